package dev.weightscope.report;

import dev.weightscope.inspect.TensorDifference;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Two files beside each other.
///
/// @param pairs in the order of the first file, then those that the second one alone has
public record Comparison(List<TensorPair> pairs) {
    /// Pairs that are read at once, each by one thread.
    private static final int GROUP = 16;

    public Comparison {
        pairs = List.copyOf(pairs);
    }

    /// Reads the values of all tensors that both files have in one shape.
    ///
    /// @param one of a file that is open
    /// @param other of a file that is open
    /// @param kernel whose threads read
    /// @param progress told of each tensor before it is read
    /// @throws dev.weightscope.kernel.CancelledException if the reading was cancelled
    /// @throws dev.weightscope.model.Refusal in one sentence, if values are damaged
    public static Comparison of(
            List<TensorReport> one,
            List<TensorReport> other,
            Kernel kernel,
            Cancellation cancellation,
            Consumer<Step> progress) {
        List<TensorPair> pairs = matched(one, other);
        TensorPair[] found = new TensorPair[pairs.size()];
        for (int first = 0; first < found.length; first += GROUP) {
            int start = first;
            progress.accept(new Step("difference", first + 1, found.length));
            kernel.share(
                    Math.min(GROUP, found.length - first),
                    cancellation,
                    each -> found[start + each] = compared(pairs.get(start + each), cancellation));
        }
        return new Comparison(List.of(found));
    }

    /// By name; of several of one name each with the one in the same place among them.
    private static List<TensorPair> matched(List<TensorReport> one, List<TensorReport> other) {
        Map<String, List<TensorReport>> left = new LinkedHashMap<>();
        other.forEach(each ->
                left.computeIfAbsent(each.tensor().name(), _ -> new ArrayList<>()).add(each));
        List<TensorPair> pairs = new ArrayList<>();
        for (TensorReport each : one) {
            List<TensorReport> same = left.getOrDefault(each.tensor().name(), List.of());
            pairs.add(
                    new TensorPair(
                            Optional.of(each),
                            same.isEmpty() ? Optional.empty() : Optional.of(same.removeFirst()),
                            Optional.empty()));
        }
        left.values().stream()
                .flatMap(List::stream)
                .forEach(each ->
                        pairs.add(
                                new TensorPair(
                                        Optional.empty(), Optional.of(each), Optional.empty())));
        return pairs;
    }

    private static TensorPair compared(TensorPair pair, Cancellation cancellation) {
        if (pair.hasTwoShapes()) {
            return pair;
        }
        return new TensorPair(
                pair.one(),
                pair.other(),
                pair.one()
                        .flatMap(one -> values(one, cancellation))
                        .flatMap(one ->
                                pair.other()
                                        .flatMap(other -> values(other, cancellation))
                                        .map(other -> TensorDifference.of(one, other))));
    }

    private static Optional<FileValues> values(TensorReport report, Cancellation cancellation) {
        return report.tensor().type().map(_ -> new FileValues(report.tensor(), cancellation));
    }

    /// The one whose distance is the most times what it was; a tensor of zeros, of which none is
    /// any number of times, only where no other has moved. Empty where none has.
    public Optional<TensorPair> movedMost() {
        return pairs.stream()
                .filter(pair -> pair.difference().filter(each -> each.distance() > 0).isPresent())
                .max(
                        Comparator.comparingDouble((TensorPair pair) -> finite(of(pair).relative()))
                                .thenComparingDouble(pair -> of(pair).distance()));
    }

    private static double finite(double relative) {
        return relative < Double.POSITIVE_INFINITY ? relative : -1;
    }

    private static TensorDifference of(TensorPair pair) {
        return pair.difference().orElseThrow();
    }
}
