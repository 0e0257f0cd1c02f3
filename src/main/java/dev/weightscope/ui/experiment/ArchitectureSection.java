package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Architecture;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.PlainLayers;
import dev.weightscope.model.Skip;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.SliderRange;
import dev.weightscope.ui.controls.NumberRange;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.SegmentsRow;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Session;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How layers are joined: normalization, skips, and what a branch adds.
final class ArchitectureSection extends VBox {
    private static final NumberRange FACTORS =
            new NumberRange(
                    new Decimal(0, BranchScale.MAX_FACTOR, SliderRange.linear(0, 2)),
                    BranchScale.Factor.ONE.factor());

    private final ObjectProperty<Normalization> normalization =
            new SimpleObjectProperty<>(Experiment.DEFAULT.architecture().normalization());
    private final ObjectProperty<Skip> skip =
            new SimpleObjectProperty<>(Experiment.DEFAULT.architecture().skip());
    private final NumberSlider branch;
    private final Label remark = new Label();

    ArchitectureSection(Session session) {
        branch =
                new NumberSlider(
                        ExperimentOptions.BRANCH_SCALE.label(),
                        FACTORS,
                        factor ->
                                session.edit(
                                        e -> e.withBranchScale(new BranchScale.Factor(factor))),
                        text -> session.edit(e -> ExperimentOptions.BRANCH_SCALE.read(e, text)));
        branch.setOption(ExperimentOptions.BRANCH_SCALE.key());
        normalization.addListener((_, _, chosen) -> session.edit(e -> e.withNormalization(chosen)));
        skip.addListener((_, _, chosen) -> session.edit(e -> e.withSkip(chosen)));
        remark.setId("plain-layers");
        remark.getStyleClass().add("hint");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .add(
                        new Section(
                                "Architecture",
                                new SegmentsRow(
                                        ExperimentOptions.NORM.label(),
                                        List.of(Normalization.values()),
                                        normalization,
                                        ArchitectureSection::name),
                                new SegmentsRow(
                                        ExperimentOptions.SKIP.label(),
                                        List.of(Skip.values()),
                                        skip,
                                        ArchitectureSection::name),
                                branch,
                                remark));
        session.experimentProperty().subscribe(this::show);
    }

    private static Segments.Name name(Normalization each) {
        String help =
                switch (each) {
                    case NONE -> "No normalization";
                    case BATCH ->
                            "Batch norm: each unit to mean 0 and variance 1 over the samples; of a"
                                    + " plain layer before the activation, of a branch where it"
                                    + " begins";
                    case LAYER ->
                            "Layer norm: each sample to mean 0 and variance 1 over the units; of a"
                                    + " plain layer before the activation, of a branch where it"
                                    + " begins";
                    case RMS ->
                            "RMS norm: each sample divided by its RMS over the units; of a plain"
                                    + " layer before the activation, of a branch where it begins";
                };
        return new Segments.Name("norm-" + each.key(), each.label(), help);
    }

    private static Segments.Name name(Skip each) {
        String help =
                switch (each) {
                    case NONE -> "No skip connections";
                    case ONE ->
                            "Skips over one layer: what enters a layer is added to its activations";
                    case TWO ->
                            "Skips over two layers: what enters the first is added to the second's"
                                    + " pre-activations, which have no activation then";
                };
        return new Segments.Name("skip-" + each.key(), each.label(), help);
    }

    private void show(Experiment experiment) {
        Architecture architecture = experiment.architecture();
        normalization.set(architecture.normalization());
        skip.set(architecture.skip());
        branch.setDisable(architecture.skip() == Skip.NONE);
        showScale(experiment, architecture.branchScale());
        String sentence = PlainLayers.remark(experiment);
        remark.setText(sentence);
        // Every other depth has a plain layer: its room stays, so that nothing moves with the
        // depth.
        Shown.when(remark, !sentence.isEmpty() || architecture.skip() == Skip.TWO);
    }

    private void showScale(Experiment experiment, BranchScale scale) {
        switch (scale) {
            case BranchScale.Factor(double factor) -> branch.show(factor);
            case BranchScale.Depth() ->
                    branch.show(
                            scale.of(experiment.places().getFirst().branches()),
                            ExperimentOptions.BRANCH_SCALE.codec().write(scale));
        }
    }
}
