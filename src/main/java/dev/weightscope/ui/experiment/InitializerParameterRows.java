package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Distribution;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.option.Option;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Session;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.VBox;

/// What the initializer's scheme reads, and nothing else.
final class InitializerParameterRows extends VBox {
    private static final List<Option<Experiment, Double>> NUMBERS =
            List.of(
                    ExperimentOptions.VALUE,
                    ExperimentOptions.STD,
                    ExperimentOptions.CUT,
                    ExperimentOptions.LIMIT,
                    ExperimentOptions.SPARSITY,
                    ExperimentOptions.SCALE);

    private final Map<Option<Experiment, Double>, NumberSlider> numbers = new LinkedHashMap<>();
    private final Choice<FanMode> mode;
    private final Choice<Distribution> distribution;

    InitializerParameterRows(Session workbench) {
        getStyleClass().add("rows");
        for (Option<Experiment, Double> option : NUMBERS) {
            NumberSlider row = NumberSlider.of(ExperimentOptions.ALL, option, workbench::edit);
            numbers.put(option, row);
            getChildren().add(row);
        }
        mode =
                new Choice<>(
                        "Mode",
                        Arrays.asList(FanMode.values()),
                        FanMode::label,
                        picked -> workbench.edit(e -> ExperimentOptions.MODE.with(e, picked)));
        distribution =
                new Choice<>(
                        "Distribution",
                        Arrays.asList(Distribution.values()),
                        Distribution::label,
                        picked ->
                                workbench.edit(
                                        e -> ExperimentOptions.DISTRIBUTION.with(e, picked)));
        getChildren().addAll(mode, distribution);
        workbench.experimentProperty().subscribe(this::show);
    }

    private void show(Experiment experiment) {
        numbers.forEach((option, row) -> {
            Optional<Double> value = option.get(experiment);
            value.ifPresent(row::show);
            Shown.when(row, value.isPresent());
        });
        show(mode, ExperimentOptions.MODE.get(experiment));
        show(distribution, ExperimentOptions.DISTRIBUTION.get(experiment));
        Shown.when(
                this,
                ExperimentOptions.ALL.ownedBy(ExperimentOptions.INITIALIZER).stream()
                        .anyMatch(option -> option.get(experiment).isPresent()));
    }

    private static <T> void show(Choice<T> choice, Optional<T> value) {
        value.ifPresent(choice::show);
        Shown.when(choice, value.isPresent());
    }
}
