package dev.weightscope.verdict;

import static dev.weightscope.verdict.Evidence.number;
import static dev.weightscope.verdict.Evidence.percent;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Where the signal leaves the range of its number format, and what bfloat16 would make of a signal
/// that float16 cannot hold.
///
/// Pre-activations are sums in float32, so the layer that overflows still says how large its values
/// would be. From there on the RMS is carried forward by the weights that there are: each layer
/// multiplies it by √fanIn·RMS(W) and by what the activation leaves of it.
record FormatLimits(Snapshot snapshot) {
    /// So many orders of magnitude a forecast may err before what is said of bfloat16 is wrong.
    private static final double MARGIN = 6;

    /// Of a normal signal whose RMS is so many of a format's smallest value, the format flushes a
    /// hundredth.
    private static final double FIRST_FLUSHED = 40;

    private static final double FAR = 1e6;
    private static final double NEAR = 1e-3;

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
            double start = Math.log10(LARGEST_INPUT * snapshot.experiment().inputScale());
            return "%s overflows at the input%s.".formatted(name, growthInBfloat16(start, 1));
        }
        if (!statistics.weights().allFinite()) {
            return "%s overflows in the weights of layer %d.".formatted(name, layer);
        }
        if (!statistics.preActivation().allFinite()) {
            String float32 =
                    format() == NumberFormat.BFLOAT16 ? "; float32 reaches no further" : "";
            return "%s overflows at layer %d%s.".formatted(name, layer, float32);
        }
        double reached = largestActivation(statistics.preActivation());
        return "%s overflows at layer %d%s. Values reach %s there, %s ends at %s."
                .formatted(
                        name,
                        layer,
                        growthInBfloat16(Math.log10(reached), layer + 1),
                        number(reached),
                        name,
                        limit(format().largest()));
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
        OptionalInt zero = snapshot.firstAllZeroLayer();
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
        double start = Math.log10(statistics.preActivation().rms() * activationFactor(NEAR));
        return "%s flushes %s%s. %s holds nothing below %s."
                .formatted(
                        format().label(),
                        toZero(parts),
                        shrinkingInBfloat16(start, layer + 1),
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

    /// `; bfloat16 would not`; nothing where that is not sure, or where it is no other range.
    ///
    /// @param start log10 of the largest value before `layer`
    private String growthInBfloat16(double start, int layer) {
        double end = Math.log10(NumberFormat.BFLOAT16.largest());
        double size = start;
        double largest = start;
        for (int each = layer; each <= snapshot.layers().size(); each++) {
            size += step(each, FAR);
            largest = Math.max(largest, size);
            if (size > end) {
                return inBfloat16("; bfloat16 at about layer " + each);
            }
        }
        return inBfloat16(largest < end - MARGIN ? "; bfloat16 would not" : "");
    }

    /// @param start log10 of the RMS before `layer`
    private String shrinkingInBfloat16(double start, int layer) {
        double end = Math.log10(FIRST_FLUSHED * NumberFormat.BFLOAT16.smallestSubnormal());
        double size = start;
        double smallest = start;
        for (int each = layer; each <= snapshot.layers().size(); each++) {
            size += step(each, NEAR);
            smallest = Math.min(smallest, size);
            if (size < end) {
                return inBfloat16("; bfloat16 at about layer " + each);
            }
        }
        return inBfloat16(smallest > end + MARGIN ? "; bfloat16 would not" : "");
    }

    private String inBfloat16(String text) {
        return format() == NumberFormat.FLOAT16 ? text : "";
    }

    /// log10 of the factor by which a layer changes the RMS; NaN where its weights do not say, and
    /// then nothing is said.
    private double step(int layer, double size) {
        LayerStatistics statistics = snapshot.layer(layer);
        double weights = statistics.weights().rms();
        return weights > 0 && Double.isFinite(weights)
                ? Math.log10(Math.sqrt(statistics.fanIn()) * weights * activationFactor(size))
                : Double.NaN;
    }

    /// The share of the RMS that the activation leaves of pre-activations of a size, either sign
    /// being as likely: 1 of a linear one, √½ of a ReLU.
    private double activationFactor(double size) {
        Experiment experiment = snapshot.experiment();
        return Math.hypot(experiment.activation().value(size), experiment.activation().value(-size))
                / (Math.sqrt(2) * size);
    }
}
