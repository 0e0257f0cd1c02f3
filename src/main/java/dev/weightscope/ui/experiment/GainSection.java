package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Experiment;
import dev.weightscope.run.Background;
import dev.weightscope.theory.Fate;
import dev.weightscope.theory.GainZones;
import dev.weightscope.ui.controls.NumberRange;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.controls.Zone;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The gain, which is what there is to drag first: its slider shows where the signal would vanish,
/// hold, and saturate or explode.
final class GainSection extends VBox {
    private static final NumberRange RANGE =
            NumberRange.of(ExperimentOptions.ALL, ExperimentOptions.GAIN);

    private final Session session;
    private final NumberSlider gain;
    private final FindGain find;
    private final MeasuredGains measured;
    private final Label hint = new Label("◂ drag ▸");
    private final BooleanProperty moved = new SimpleBooleanProperty();
    private final GainFinder finder;
    private OptionalDouble critical = OptionalDouble.empty();

    /// @param background finds zones and the critical gain
    /// @param meter measures gains where a person asks for them
    GainSection(Session session, Notices notices, Background background, GainMeter meter) {
        this.session = session;
        gain = NumberSlider.of(ExperimentOptions.ALL, ExperimentOptions.GAIN, this::edit);
        Label heading = new Label("GAIN");
        heading.getStyleClass().add("heading");
        heading.setContentDisplay(ContentDisplay.RIGHT);
        gain.nameAbove(heading);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        hint.getStyleClass().add("first-hint");
        hint.visibleProperty().bind(moved.not()); // its room stays
        getStyleClass().addAll("section", "gain-section");
        measured = new MeasuredGains(meter, this::pick, notices::tell);
        find = new FindGain(this::pick, measured);
        HBox head = new HBox(heading, gap, hint, find);
        head.getStyleClass().add("gain-head");
        getChildren().addAll(head, gain);
        finder =
                new GainFinder(
                        background,
                        RANGE.low(),
                        RANGE.high(),
                        found -> showFound(session.experiment(), found));
        finder.lateProperty().subscribe(gain::setZonesFaint);
        session.experimentProperty().subscribe(this::show);
    }

    /// Whether a person has ever moved the gain: the hint that it can be dragged is shown until
    /// then.
    BooleanProperty movedProperty() {
        return moved;
    }

    /// Gives the slider the focus, so that the arrow keys move the gain.
    void focus() {
        gain.enterSlider();
        SidePanels.reveal(this);
    }

    /// In words, the gain that is being measured and waited for; empty if none is.
    ReadOnlyStringProperty measuringProperty() {
        return measured.awaitedProperty();
    }

    /// Gives up what is being measured.
    ///
    /// @return whether a gain was waited for
    boolean cancelMeasuring() {
        return measured.cancel();
    }

    private void pick(double picked) {
        measured.cancel(); // of several choices the newest counts
        edit(e -> e.withGain(picked));
    }

    private void edit(UnaryOperator<Experiment> change) {
        session.edit(change);
        moved.set(true);
    }

    private void show(Experiment experiment) {
        gain.show(experiment.gain());
        gain.setMarks(GainMarks.of(experiment, critical));
        finder.find(experiment);
        measured.show(experiment);
    }

    private void showFound(Experiment experiment, GainScale found) {
        critical = found.critical();
        find.show(found.answers());
        gain.setMarks(GainMarks.of(experiment, critical));
        List<Zone> zones =
                found.zones().stream()
                        .map(zone ->
                                new Zone(
                                        zone.low(),
                                        zone.high(),
                                        label(zone.fate()),
                                        "zone-" + label(zone.fate()),
                                        explanation(zone.fate())))
                        .toList();
        gain.setZones(zones, GainZones.idle(experiment).orElse(""));
    }

    private static String label(Fate fate) {
        return switch (fate) {
            case VANISHES -> "vanishes";
            case SHRINKS -> "fades";
            case HOLDS -> "holds";
            case GROWS -> "grows";
            case EXPLODES -> "explodes";
            case SATURATES -> "saturates";
        };
    }

    private static String explanation(Fate fate) {
        String what =
                switch (fate) {
                    case VANISHES -> "the RMS falls to a thousandth or less";
                    case SHRINKS -> "the RMS falls to a half or less";
                    case HOLDS -> "the RMS stays within a factor of two";
                    case GROWS -> "the RMS grows to twice or more";
                    case EXPLODES -> "the RMS grows a thousandfold or more";
                    case SATURATES -> "a quarter of some layer's units or more are saturated";
                };
        return "Mean-field theory, for wide layers: " + what + ".";
    }
}
