package dev.weightscope.ui.result;

import dev.weightscope.ui.controls.Dimmer;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.Still;
import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.verdict.Verdict;
import dev.weightscope.verdict.Verdict.Finding;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// What the results come to in one line, where the window is too narrow for all of them, and a
/// button that opens them over the charts.
public final class ResultLine extends HBox {
    private final FindingLine finding = new FindingLine();
    private final Still line = new Still(finding);
    private final ToggleButton open = new ToggleButton("results ›");

    /// @param verdict on the newest answer; empty while there is none
    /// @param stale whether the newest answer must not look current
    public ResultLine(ObservableValue<Optional<Verdict>> verdict, ObservableValue<Boolean> stale) {
        finding.opacityProperty().bind(stale.map(old -> old ? Dimmer.OPACITY : 1.0));
        line.setMinWidth(0);
        setHgrow(line, Priority.ALWAYS);
        open.setId("open-results");
        open.getStyleClass().add("flat-button");
        open.setMinWidth(USE_PREF_SIZE);
        open.setTooltip(new Tooltip("Verdict, figures and compared settings, over the charts"));
        open.selectedProperty()
                .subscribe(isOpen -> open.setText(isOpen ? "close results" : "results ›"));
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, open);
        Shown.when(line, false);
        verdict.subscribe(found -> found.ifPresent(this::show));
    }

    /// Whether the results are open.
    public BooleanProperty openProperty() {
        return open.selectedProperty();
    }

    private void show(Verdict verdict) {
        Finding gravest = verdict.gravest();
        Shown.when(line, true);
        finding.show(
                gravest,
                verdict.line(),
                verdict.findings().stream().map(Finding::text).collect(Collectors.joining("\n")));
        StyleClasses.show(
                this, "result-line", gravest.kind().severity().name().toLowerCase(Locale.ROOT));
    }
}
