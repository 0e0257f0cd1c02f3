package dev.weightscope.ui.phase;

import dev.weightscope.chart.Palette;
import dev.weightscope.lab.Lab;
import dev.weightscope.phase.PhaseAnswer;
import dev.weightscope.phase.PhaseNotes;
import dev.weightscope.phase.PhasePoint;
import dev.weightscope.phase.PhaseSettings;
import dev.weightscope.theory.Phase;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.ui.result.ComparedSection;
import dev.weightscope.ui.result.KeyFigureTable;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// What the point of a map means: the phase, its figures, and the compared settings'.
public final class PhaseResults extends ResultsColumn {
    private final Label badge = new Label();
    private final Label text = new Label();
    private final Button critical = new Button();
    private final VBox card = new VBox(badge, text, critical);
    private final KeyFigureTable figures = new KeyFigureTable();
    private final ComparedSection compared;

    /// @param toCritical takes the point to the critical line
    public PhaseResults(
            Session session,
            Lab<PhaseSettings, PhaseAnswer> lab,
            LabState<PhaseSettings, PhaseAnswer> state,
            ObservableValue<Palette> palette,
            Runnable toCritical) {
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setId("phase-verdict");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        critical.setId("to-critical");
        critical.setOnAction(_ -> toCritical.run());
        critical.setTooltip(new Tooltip("Sets the gain so that χ₁ is 1 at this σ_b² (C)"));
        card.setAccessibleRole(AccessibleRole.TEXT);
        Label frameworks =
                new Label("◇ frameworks' own initializers. Click one to make it current.");
        frameworks.setWrapText(true);
        frameworks.setMinHeight(USE_PREF_SIZE);
        frameworks.getStyleClass().add("panel-note");
        compared = new ComparedSection(session, lab, state, palette);
        VBox content = new VBox(card, figures, compared, frameworks);
        content.getStyleClass().add("panel-content");
        SidePanels.scroll(this, content);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        Shown.when(card, false);
    }

    public void show(PhaseAnswer answer) {
        Shown.when(card, true);
        String phase = PhaseNotes.phase(answer);
        badge.setText(phase);
        Shown.when(badge, !phase.isEmpty());
        List<String> sentences = new ArrayList<>(PhaseNotes.sentences(answer));
        sentences.addAll(PhaseNotes.measured(answer));
        text.setText(String.join("\n", sentences));
        StyleClasses.show(card, "verdict", severity(answer));
        card.setAccessibleText(phase + ": " + text.getText());
        String gain = PhaseNotes.criticalGain(answer);
        critical.setText("To the critical line: gain " + gain);
        Shown.when(critical, !gain.isEmpty());
        figures.show(
                PhaseNotes.figures(answer).stream()
                        .map(each ->
                                new KeyFigure(
                                        each.getFirst(),
                                        each.getLast(),
                                        PhaseNotes.help(each.getFirst())))
                        .toList());
    }

    /// Its style class.
    static String severity(PhaseAnswer answer) {
        return answer.point() instanceof PhasePoint.At(var limit, var _, var _)
                ? limit.phase() == Phase.CRITICAL ? "fine" : "caution"
                : "note";
    }

    @Override
    public ObservableValue<String> refusalProperty() {
        return compared.refusalProperty();
    }

    @Override
    public void pinCurrent() {
        compared.pinCurrent();
    }
}
