package dev.weightscope.ui.spectrum;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.lab.Lab;
import dev.weightscope.spectrum.MovedWeights;
import dev.weightscope.spectrum.MovedWords;
import dev.weightscope.spectrum.SpectrumAnswer;
import dev.weightscope.spectrum.SpectrumJudge;
import dev.weightscope.spectrum.SpectrumLab;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.controls.StyleClasses;
import dev.weightscope.ui.result.ComparedSection;
import dev.weightscope.ui.result.KeyFigureTable;
import dev.weightscope.ui.result.ResultsColumn;
import dev.weightscope.ui.result.SummaryLine;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Session;
import dev.weightscope.verdict.SpectrumVerdict;
import dev.weightscope.verdict.Verdict.KeyFigure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What it means: the verdict, the live setting's figures and the compared settings.
public final class SpectrumResults extends ResultsColumn {
    private static final int DIGITS = 3;

    private final VBox card;
    private final Label badge = new Label();
    private final Label text = new Label();
    private final Label figuresHead = new Label();
    private final KeyFigureTable figures = new KeyFigureTable();
    private final Label moved = new Label();
    private final Section trained = new Section("What training moved", moved);
    private final ComparedSection compared;
    private final SummaryLine line;

    /// @param line says the verdict where the window is narrow
    public SpectrumResults(
            Session session,
            Lab<?, SpectrumAnswer> lab,
            LabState<?, SpectrumAnswer> state,
            ObservableValue<Palette> palette,
            SummaryLine line) {
        this.line = line;
        badge.getStyleClass().add("badge");
        badge.setMinWidth(USE_PREF_SIZE);
        text.setId("spectrum-verdict");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        card = new VBox(badge, text);
        card.setAccessibleRole(AccessibleRole.TEXT);
        figuresHead.getStyleClass().add("heading");
        VBox measured = new VBox(figuresHead, figures);
        measured.getStyleClass().add("section");
        compared = new ComparedSection(session, lab, state, palette);
        moved.setId("spectrum-moved");
        moved.setWrapText(true);
        moved.setMinHeight(USE_PREF_SIZE);
        VBox content = new VBox(card, measured, trained, compared);
        content.getStyleClass().add("panel-content");
        SidePanels.scroll(this, content);
        getStyleClass().addAll("side-panel", "result-panel");
        setAccessibleText("What it means");
        Shown.when(card, false);
        Shown.when(trained, false);
    }

    @Override
    public void pinCurrent() {
        compared.pinCurrent();
    }

    @Override
    public ObservableValue<String> refusalProperty() {
        return compared.refusalProperty();
    }

    /// @param answers the live setting's first; may be none
    /// @param front the one whose moved weights are told of
    public void show(List<Series<SpectrumAnswer>> answers, Optional<Series<SpectrumAnswer>> front) {
        boolean isThere = !answers.isEmpty() && answers.getFirst().role() == Series.Role.LIVE;
        Shown.when(card, isThere);
        Optional<Series<SpectrumAnswer>> told = isThere ? front : Optional.empty();
        Optional<MovedWeights> found = told.flatMap(each -> each.values().moved());
        Optional<String> untrained = told.flatMap(each -> each.values().untrained());
        String whose =
                told.filter(each -> each.role() == Series.Role.PINNED)
                        .map(each -> each.label() + ": ")
                        .orElse("");
        Shown.when(trained, found.isPresent() || untrained.isPresent());
        moved.setText(
                found.map(each -> whose + String.join(" ", MovedWords.sentences(each)))
                        .or(() -> untrained.map(SpectrumLab::untrained).map(Sentences::finished))
                        .orElse("")
                        .replace(" %", "\u00a0%"));
        if (!isThere) {
            line.clear();
            return;
        }
        SpectrumVerdict verdict =
                SpectrumJudge.judge(
                        answers.stream()
                                .map(each -> SpectrumJudge.entry(each.label(), each.values()))
                                .toList());
        String severity = verdict.outcome().severity().name().toLowerCase(Locale.ROOT);
        badge.setText(verdict.outcome().label());
        text.setText(String.join("\n", verdict.sentences()).replace(" %", "\u00a0%"));
        StyleClasses.show(card, "verdict", severity);
        card.setAccessibleText(verdict.outcome().label() + ": " + verdict.text());
        line.show(verdict.outcome().label(), severity, verdict.text());
        DepthSpectrum last = answers.getFirst().values().last();
        figuresHead.setText("AT DEPTH " + last.depth());
        figures.show(figures(last));
    }

    private static List<KeyFigure> figures(DepthSpectrum at) {
        return List.of(
                new KeyFigure(
                        "Singular values",
                        (at.isConditionRounded()
                                        ? "< " + figure(at.rounding())
                                        : figure(at.smallest()))
                                + " … "
                                + figure(at.largest()),
                        "Of the Jacobian ∂output / ∂input: how much it stretches each of as many"
                                + " directions as there are inputs or units, whichever are fewer."),
                new KeyFigure("Median", figure(at.median()), "Half of the values are larger."),
                new KeyFigure(
                        "Condition number κ",
                        (at.isConditionRounded() ? "> " : "") + figure(at.condition()),
                        "The largest over the smallest value. Values below "
                                + figure(at.rounding())
                                + " are rounding of the largest."),
                new KeyFigure(
                        "Mean of σ²",
                        figure(at.meanSquare()),
                        "What a random direction's squared length is multiplied by on average: all"
                                + " that the size of gradients says."),
                new KeyFigure(
                        "Variance of σ² / mean²",
                        figure(at.relativeVariance()),
                        "0 where all directions are stretched alike (Pennington et al. 2017)."),
                new KeyFigure(
                        "Exactly 0",
                        at.zeros() == 0 ? "none" : NumberText.percent(at.zeroShare()),
                        "Directions of which nothing is left, counted by rank: units that are off,"
                                + " and equal rows of weights."));
    }

    private static String figure(double number) {
        return NumberText.significant(number, DIGITS);
    }
}
