package dev.weightscope.ui.experiment;

import dev.weightscope.model.DataReading;
import dev.weightscope.run.Background;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SidePanels;
import dev.weightscope.ui.controls.SweptMarks;
import dev.weightscope.ui.data.Imports;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.state.Session;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// The left side of the window.
public final class ExperimentPanel extends ScrollPane {
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    /// In a lower panel rows stand closer.
    private static final double LEAST_ROOMY_HEIGHT = 720;

    /// In a lower panel the law's notes are left out, so that all headings are in sight.
    private static final double LEAST_HEIGHT_FOR_NOTES = 900;

    private final GainSection gain;
    private final VBox lead = new VBox();
    private final NetworkSection network;
    private final WidthsAndInputSection widthsAndInput;
    private final HistogramSection histograms;

    /// @param imports asks how files are read
    /// @param useTable makes a table the input, by its name, read so; returns at once
    /// @param background does what would hold up the window
    /// @param meter measures gains
    public ExperimentPanel(
            Session session,
            Imports imports,
            Notices notices,
            BiConsumer<String, DataReading> useTable,
            Background background,
            GainMeter meter) {
        gain = new GainSection(session, notices, background, meter);
        FormulaBox formula = new FormulaBox(session);
        network =
                new NetworkSection(
                        session, notices, InputReading.button(session, imports, useTable));
        widthsAndInput = new WidthsAndInputSection(session, imports, useTable);
        histograms = new HistogramSection(session);
        VBox content =
                new VBox(
                        lead,
                        gain,
                        network,
                        new InitializerSection(session),
                        new ArchitectureSection(session),
                        formula,
                        widthsAndInput,
                        histograms,
                        new SeedSection(session));
        content.getStyleClass().add("panel-content");
        lead.getStyleClass().add("panel-lead");
        Shown.when(lead, false);
        SidePanels.scroll(this, content);
        heightProperty()
                .subscribe(height -> {
                    content.pseudoClassStateChanged(LOW, height.doubleValue() < LEAST_ROOMY_HEIGHT);
                    if (height.doubleValue() < LEAST_HEIGHT_FOR_NOTES) {
                        formula.hideNotes();
                    } else {
                        formula.showNotes();
                    }
                });
        getStyleClass().addAll("side-panel", "experiment-panel");
        setAccessibleText("Experiment");
    }

    /// Shows the experiment alone, with its input and histograms.
    public void showExperiment() {
        show(List.of(), true, true);
    }

    /// Puts sections above those of the experiment: the data that a network learns, and how. Its
    /// input and histograms, which then count for nothing, are left out.
    ///
    /// @param sections at least one
    public void showTraining(List<? extends Node> sections) {
        show(sections, false, false);
    }

    /// Puts sections above those of the experiment: what else is asked of it. Its input counts, its
    /// histograms, which then count for nothing, are left out.
    ///
    /// @param sections at least one
    public void showAlong(List<? extends Node> sections) {
        show(sections, true, false);
    }

    /// Marks the numbers that are swept, until another lab's sections are shown.
    ///
    /// @param keys of options
    public void showSwept(Set<String> keys) {
        SweptMarks.show(this, keys);
    }

    private void show(List<? extends Node> sections, boolean hasInput, boolean hasHistograms) {
        lead.getChildren().setAll(sections);
        Shown.when(lead, !sections.isEmpty());
        showSwept(Set.of());
        network.showInput(hasInput);
        widthsAndInput.showInput(hasInput);
        Shown.when(histograms, hasHistograms);
    }

    /// Whether a person has ever moved the gain, and needs no hint to do so.
    public BooleanProperty gainMovedProperty() {
        return gain.movedProperty();
    }

    /// In words, the gain that is being measured and waited for; empty if none is.
    public ReadOnlyStringProperty measuringProperty() {
        return gain.measuringProperty();
    }

    /// Gives up what is being measured.
    ///
    /// @return whether a gain was waited for
    public boolean cancelMeasuring() {
        return gain.cancelMeasuring();
    }

    /// Gives the focus to what there is to drag first.
    public void focusGain() {
        gain.focus();
    }
}
