package dev.weightscope.ui;

import dev.weightscope.ui.settings.WindowPlace;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Where a stage is, and was before it was maximized.
final class StagePlace {
    private final Stage stage;
    private WindowPlace normal;

    /// Puts the stage to where it was, or to a good place where nobody knows.
    ///
    /// @param kept where it was the last time; null for the first
    /// @param zoom how much larger than usual everything in it is drawn
    StagePlace(Stage stage, @Nullable WindowPlace kept, double zoom) {
        this.stage = stage;
        List<Rectangle2D> screens =
                Stream.concat(Stream.of(Screen.getPrimary()), Screen.getScreens().stream())
                        .distinct()
                        .map(Screen::getVisualBounds)
                        .toList();
        Rectangle2D primary = screens.getFirst();
        WindowPlace place = kept == null ? WindowPlace.in(primary, zoom) : kept.within(screens);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
        stage.setMinWidth(Math.min(WindowPlace.MIN_WIDTH, primary.getWidth()));
        stage.setMinHeight(Math.min(WindowPlace.MIN_HEIGHT, primary.getHeight()));
        normal = place;
    }

    WindowPlace now() {
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            normal =
                    new WindowPlace(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
        return new WindowPlace(
                normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized());
    }

    void onChange(Runnable action) {
        for (Observable each :
                List.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())) {
            each.addListener(_ -> action.run());
        }
    }
}
