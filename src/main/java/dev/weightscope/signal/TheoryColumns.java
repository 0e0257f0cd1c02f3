package dev.weightscope.signal;

import dev.weightscope.lab.Column;
import dev.weightscope.lab.Value;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.theory.LayerTheory;
import dev.weightscope.theory.SignalTheory;
import dev.weightscope.theory.TheoryAnswer;
import dev.weightscope.theory.TheorySummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

/// What theory says, for programs.
final class TheoryColumns {
    /// @param head for people
    record Field(String name, String head, ToDoubleFunction<LayerTheory> value) {}

    static final List<Field> FIELDS =
            List.of(
                    new Field(
                            "preActivationVariance",
                            "pre-activation variance",
                            LayerTheory::preActivationVariance),
                    new Field("activationMean", "mean", LayerTheory::activationMean),
                    new Field("activationStd", "std", LayerTheory::activationStd),
                    new Field("activationRms", "rms", LayerTheory::activationRms),
                    new Field("gradientRms", "gradient rms", LayerTheory::gradientRms),
                    new Field("chi", "χ", LayerTheory::chi),
                    new Field("bandLow", "band from", layer -> layer.band().low()),
                    new Field("bandHigh", "to", layer -> layer.band().high()));

    private TheoryColumns() {}

    /// Of each layer.
    static List<Column<LayerStatistics>> of(TheoryAnswer.Known curves) {
        List<Column<LayerStatistics>> columns = new ArrayList<>();
        for (Field field : FIELDS) {
            columns.add(
                    Column.real(
                            "theory." + field.name(),
                            layer ->
                                    field.value()
                                            .applyAsDouble(
                                                    curves.layers().get(layer.layer() - 1))));
        }
        return columns;
    }

    /// Of the network as a whole, the same in every row.
    static List<Column<LayerStatistics>> ofNetwork(TheoryAnswer answer, Experiment experiment) {
        List<Column<LayerStatistics>> columns = new ArrayList<>();
        members(answer, experiment)
                .forEach((name, cell) -> columns.add(new Column<>("theory." + name, _ -> cell)));
        return columns;
    }

    /// Of the network as a whole.
    static Value.Tree summary(TheoryAnswer answer, Experiment experiment) {
        return new Value.Tree(members(answer, experiment));
    }

    private static SequencedMap<String, Value.Cell> members(
            TheoryAnswer answer, Experiment experiment) {
        SequencedMap<String, Value.Cell> members = new LinkedHashMap<>();
        switch (answer) {
            case TheoryAnswer.None(String reason) -> members.put("none", new Value.Text(reason));
            case TheoryAnswer.Known _ -> {
                TheorySummary summary = SignalTheory.summary(experiment);
                members.put("sigmaW2", new Value.Real(summary.weightVariance()));
                members.put("sigmaB2", new Value.Real(summary.biasVariance()));
                members.put("q", new Value.Real(summary.variance()));
                members.put("chi1", new Value.Real(summary.chi()));
                members.put("correlation", new Value.Real(summary.correlation()));
                members.put("xiQ", new Value.Real(summary.varianceScale()));
                members.put("xiC", new Value.Real(summary.correlationScale()));
                members.put(
                        "phase",
                        summary.phase()
                                .map(Keyed::key)
                                .<Value.Cell>map(Value.Text::new)
                                .orElseGet(Value.Missing::new));
            }
        }
        return members;
    }
}
