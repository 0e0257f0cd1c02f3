package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.Law;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Where the signal leaves the range of its number format, and whether bfloat16 would hold what
/// float16 cannot.
///
/// Pre-activations are sums in float32, so the layer that overflows still says how large its values
/// would be; from there on a [Bfloat16Forecast] takes them.
record FormatLimits(Snapshot snapshot) {
    /// In stds: a generous end of any input.
    private static final double LARGEST_INPUT = 1000;

    private NumberFormat format() {
        return snapshot.experiment().format();
    }

    /// Where values overflow, and how far bfloat16 would get where the format is float16.
    ///
    /// @param layer the first one that overflows
    String overflow(int layer) {
        LayerStatistics statistics = snapshot.layer(layer);
        String name = format().label();
        if (!snapshot.input().allFinite()) {
            double scale = snapshot.experiment().inputScale();
            return "%s overflows at the input%s."
                    .formatted(
                            name,
                            inBfloat16(() -> bfloat16().growth(scale, LARGEST_INPUT * scale, 1)));
        }
        if (!statistics.weights().allFinite()) {
            return overflowOf("weights", layer, snapshot.experiment().weightLaw(layer));
        }
        if (!statistics.preActivation().allFinite()) {
            if (format() == NumberFormat.FLOAT16) {
                // A float32 holds any sum of float16 products.
                return overflowOf("biases", layer, snapshot.experiment().biasLaw(layer));
            }
            String float32 =
                    format() == NumberFormat.BFLOAT16 ? "; float32 reaches no further" : "";
            return "%s overflows at layer %d%s.".formatted(name, layer, float32);
        }
        double reached = largestActivation(statistics.preActivation());
        return "%s overflows at layer %d%s. Values reach %s at layer %d, %s ends at %s."
                .formatted(
                        name,
                        layer,
                        inBfloat16(() -> bfloat16().growth(reached, reached, layer + 1)),
                        number(reached),
                        layer,
                        name,
                        limit(format().largest()));
    }

    private String overflowOf(String parameters, int layer, Law law) {
        // The catalogue's laws end far below the largest bfloat16; a person's own, and those of a
        // file, may be anything.
        String held =
                inBfloat16(() ->
                        law instanceof Law.Custom || law instanceof Law.Loaded
                                ? ""
                                : "; bfloat16 holds them");
        return "%s overflows in the %s of layer %d%s."
                .formatted(format().label(), parameters, layer, held);
    }

    private double largestActivation(TensorStatistics preActivation) {
        return Math.max(
                Math.abs(snapshot.experiment().activation().value(preActivation.min())),
                Math.abs(snapshot.experiment().activation().value(preActivation.max())));
    }

    /// What the format flushes to zero, and whether bfloat16 would.
    ///
    /// @param layer the first one that it flushes
    String underflow(int layer) {
        LayerStatistics statistics = snapshot.layer(layer);
        OptionalInt zero = snapshot.firstAllZeroStreamLayer();
        List<String> parts = new ArrayList<>();
        snapshot.firstLayerOfFlushedWeights().stream()
                .filter(first -> first <= layer)
                .mapToObj(this::flushedWeights)
                .forEach(parts::add);
        String whole = parts.isEmpty() ? "layer " + layer : "layer %d's values".formatted(layer);
        parts.add(
                statistics.activation().allZero()
                        ? "all of " + whole
                        : percent(statistics.flushedShare()) + " of " + whole);
        zero.stream()
                .filter(last -> last > layer)
                .mapToObj(last -> "all of layer " + last)
                .forEach(parts::add);
        return "%s flushes %s%s. %s holds nothing below %s."
                .formatted(
                        format().label(),
                        toZero(parts),
                        inBfloat16(() ->
                                bfloat16().shrinkage(statistics.preActivation().rms(), layer)),
                        format().label(),
                        limit(format().smallestSubnormal()));
    }

    private String flushedWeights(int layer) {
        return percent(snapshot.layer(layer).weightsFlushedShare())
                + " of the weights of layer "
                + layer;
    }

    /// `a to zero`, `a to zero and b`, `a to zero, b and c`.
    private static String toZero(List<String> parts) {
        String start = parts.getFirst() + " to zero";
        return switch (parts.size()) {
            case 1 -> start;
            case 2 -> start + " and " + parts.getLast();
            default ->
                    start
                            + ", "
                            + String.join(", ", parts.subList(1, parts.size() - 1))
                            + " and "
                            + parts.getLast();
        };
    }

    /// The end of a format: `65504`, `5.96e-8`.
    static String limit(double value) {
        return value == Math.rint(value) && value < 1e6
                ? String.valueOf((long) value)
                : number(value);
    }

    private Bfloat16Forecast bfloat16() {
        return new Bfloat16Forecast(snapshot.experiment());
    }

    private String inBfloat16(Supplier<String> forecast) {
        return format() == NumberFormat.FLOAT16 ? forecast.get() : "";
    }
}
