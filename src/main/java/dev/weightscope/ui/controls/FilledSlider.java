package dev.weightscope.ui.controls;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Skin;
import javafx.scene.control.Slider;
import javafx.scene.control.skin.SliderSkin;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// A slider from 0 to 1 whose track is filled up to the thumb.
public final class FilledSlider extends Slider {
    private static final PseudoClass ZONED = PseudoClass.getPseudoClass("zoned");

    private final ZoneBar zones = new ZoneBar();
    private @Nullable Region thumb;

    public FilledSlider() {
        super(0, 1, 0);
        getStyleClass().add("filled-slider");
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        SliderSkin skin = new SliderSkin(this);
        if (lookup(".track") instanceof StackPane track) {
            Region fill = new Region();
            fill.getStyleClass().add("track-fill");
            fill.setMouseTransparent(true);
            fill.maxWidthProperty().bind(track.widthProperty().multiply(valueProperty()));
            StackPane.setAlignment(fill, Pos.CENTER_LEFT);
            track.getChildren().addAll(zones, fill);
        }
        thumb = lookup(".thumb") instanceof Region found ? found : null;
        return skin;
    }

    /// Colours stretches of the track, whose fill is not shown then.
    void showZones(List<ZoneBar.Stretch> stretches) {
        zones.show(stretches);
        pseudoClassStateChanged(ZONED, !stretches.isEmpty());
    }

    /// The x of the middle of the thumb at a position 0..1, in this slider's coordinates.
    public double thumbCentre(double position) {
        double thumbWidth = thumb == null ? 0 : thumb.getWidth();
        double track = getWidth() - snappedLeftInset() - snappedRightInset() - thumbWidth;
        return snappedLeftInset() + thumbWidth / 2 + position * track;
    }
}
