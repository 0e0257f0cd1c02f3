package dev.weightscope.ui.experiment;

import dev.weightscope.model.Distribution;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.NumberRange;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.SliderScale;
import dev.weightscope.ui.state.Workbench;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;

/// What the initializer's scheme reads, and nothing else.
final class InitializerParameterRows extends VBox {
    private final Map<InitializerParameter, NumberSlider> numbers =
            new EnumMap<>(InitializerParameter.class);
    private final Choice<FanMode> mode;
    private final Choice<Distribution> distribution;

    InitializerParameterRows(Workbench workbench) {
        getStyleClass().add("rows");
        for (InitializerParameter parameter : InitializerParameter.values()) {
            NumberSlider row =
                    new NumberSlider(
                            parameter.label(),
                            range(parameter),
                            value -> edit(workbench, s -> s.with(parameter, value)));
            numbers.put(parameter, row);
            getChildren().add(row);
        }
        mode =
                new Choice<>(
                        "Mode",
                        Arrays.asList(FanMode.values()),
                        FanMode::label,
                        picked ->
                                edit(
                                        workbench,
                                        s -> s.withParameters(s.parameters().withMode(picked))));
        distribution =
                new Choice<>(
                        "Distribution",
                        Arrays.asList(Distribution.values()),
                        Distribution::label,
                        picked ->
                                edit(
                                        workbench,
                                        s ->
                                                s.withParameters(
                                                        s.parameters().withDistribution(picked))));
        getChildren().addAll(mode, distribution);
        workbench.experimentProperty().map(Experiment::initializer).subscribe(this::show);
    }

    private void show(Initializer initializer) {
        Shown.when(this, initializer instanceof StandardInitializer);
        if (!(initializer instanceof StandardInitializer(var scheme, var parameters))) {
            return;
        }
        numbers.forEach((parameter, row) -> {
            row.show(parameters.get(parameter));
            Shown.when(row, scheme.parameters().contains(parameter));
        });
        mode.show(parameters.mode());
        Shown.when(mode, scheme.hasMode());
        distribution.show(parameters.distribution());
        Shown.when(distribution, scheme.hasDistribution());
        Shown.when(
                this,
                !scheme.parameters().isEmpty() || scheme.hasMode() || scheme.hasDistribution());
    }

    private static void edit(Workbench workbench, UnaryOperator<StandardInitializer> change) {
        workbench.edit(e ->
                e.initializer() instanceof StandardInitializer standard
                        ? e.withInitializer(change.apply(standard))
                        : e);
    }

    /// The part of a parameter's bounds where one wants to drag.
    private static NumberRange range(InitializerParameter parameter) {
        double standard = parameter.defaultValue();
        return switch (parameter) {
            case VALUE -> NumberRange.decimals(-1, 1, SliderScale.LINEAR, standard);
            case STD -> NumberRange.decimals(1e-4, 10, SliderScale.LOG, standard);
            case CUT -> NumberRange.decimals(0.5, 5, SliderScale.LINEAR, standard);
            case LIMIT -> NumberRange.decimals(1e-4, 100, SliderScale.LOG, standard);
            case SPARSITY -> NumberRange.decimals(0, 1, SliderScale.LINEAR, standard);
            case SCALE -> NumberRange.decimals(0.01, 100, SliderScale.LOG, standard);
        };
    }
}
