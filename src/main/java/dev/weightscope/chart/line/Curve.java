package dev.weightscope.chart.line;

import dev.weightscope.chart.Stroke;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.model.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A measured curve, and what it is held against.
///
/// @param measured a value for each place, from the first on; at least one
/// @param theory what is predicted for each of these places, NaN where nothing is; empty where
///   nothing is for any
/// @param band where most draws are predicted to lie; empty where nothing is predicted
/// @param draws the same curve of other draws, each as long as the measured one
/// @param aside places whose values are of another kind than those of the others; empty where all
///   are of one. A curve that is cut short may have no other place left
/// @param ring the index of the place that is marked as the one where it arrives at a goal
/// @param behind values of the first places on that are drawn thin behind the curve and cannot be
///   read off: what a smoothed one is the mean of, or what was there before; as many as there are
/// @param gaps indices of places of which it knows no value, whatever `measured` holds there: it is
///   drawn from the place before to the one behind, and nothing is read off. Not all of them
public record Curve(
        List<Double> measured,
        List<Double> theory,
        Optional<Band> band,
        List<List<Double>> draws,
        Optional<Aside> aside,
        OptionalInt ring,
        Stroke.Pattern pattern,
        List<Double> behind,
        Set<Integer> gaps) {
    public Curve {
        behind = List.copyOf(behind);
        gaps = Set.copyOf(gaps);
        measured = List.copyOf(measured);
        theory = List.copyOf(theory);
        draws = draws.stream().map(List::copyOf).toList();
        int size = measured.size();
        if (size == 0) {
            throw new IllegalArgumentException("a curve needs a value");
        }
        if (gaps.size() >= size) {
            throw new IllegalArgumentException("a curve needs a value that is known");
        }
        if (!theory.isEmpty() && theory.size() != size) {
            throw new IllegalArgumentException(
                    "%d values of theory beside %d measured".formatted(theory.size(), size));
        }
        if (band.isPresent() && band.get().low().size() != size) {
            throw new IllegalArgumentException(
                    "a band of %d places around %d values"
                            .formatted(band.get().low().size(), size));
        }
        if (draws.stream().anyMatch(draw -> draw.size() != size)) {
            throw new IllegalArgumentException("a draw is not as long as the measured curve");
        }
        if (ring.isPresent() && ring.getAsInt() >= size) {
            throw new IllegalArgumentException(
                    "a ring at place %d of %d".formatted(ring.getAsInt(), size));
        }
    }

    /// A curve with nothing beside it.
    public static Curve of(List<Double> measured) {
        return new Curve(
                measured,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                Stroke.Pattern.SOLID,
                List.of(),
                Set.of());
    }

    public Curve withTheory(List<Double> values) {
        return new Curve(measured, values, band, draws, aside, ring, pattern, behind, gaps);
    }

    public Curve withBand(Band values) {
        return new Curve(
                measured, theory, Optional.of(values), draws, aside, ring, pattern, behind, gaps);
    }

    public Curve withDraws(List<List<Double>> curves) {
        return new Curve(measured, theory, band, curves, aside, ring, pattern, behind, gaps);
    }

    public Curve withAside(Aside places) {
        return new Curve(
                measured, theory, band, draws, Optional.of(places), ring, pattern, behind, gaps);
    }

    /// With a ring around one of its places.
    public Curve withRing(int index) {
        return new Curve(
                measured, theory, band, draws, aside, OptionalInt.of(index), pattern, behind, gaps);
    }

    public Curve withPattern(Stroke.Pattern drawn) {
        return new Curve(measured, theory, band, draws, aside, ring, drawn, behind, gaps);
    }

    /// With values that are drawn thin behind it.
    public Curve withBehind(List<Double> values) {
        return new Curve(measured, theory, band, draws, aside, ring, pattern, values, gaps);
    }

    /// With places of which nothing is known.
    public Curve withGaps(Set<Integer> unknown) {
        return new Curve(measured, theory, band, draws, aside, ring, pattern, behind, unknown);
    }

    /// The indices of the places that are joined to the curve, ascending.
    List<Integer> joined() {
        return IntStream.range(0, size())
                .filter(index -> !isAside(index) && knows(index))
                .boxed()
                .toList();
    }

    /// The indices of the others, joined to a line of their own.
    List<Integer> apart() {
        return IntStream.range(0, size())
                .filter(index -> isAside(index) && knows(index))
                .boxed()
                .toList();
    }

    /// The index of the place where it arrives: of those that are joined, or, where there are none,
    /// of the others.
    int end(Direction direction) {
        List<Integer> line = joined().isEmpty() ? apart() : joined();
        return switch (direction) {
            case FORWARD -> line.getLast();
            case BACKWARD -> line.getFirst();
        };
    }

    /// Whether there is a value at a place.
    boolean knows(int index) {
        return index < size() && !gaps.contains(index);
    }

    /// The measured values that there are.
    DoubleStream known() {
        return IntStream.range(0, size()).filter(this::knows).mapToDouble(measured::get);
    }

    boolean isAside(int index) {
        return aside.isPresent() && aside.get().places().contains(index);
    }

    /// How many places it spans.
    public int size() {
        return measured.size();
    }

    /// Its first `count` places.
    Curve first(int count) {
        return count >= size()
                ? this
                : new Curve(
                        measured.subList(0, count),
                        theory.isEmpty() ? theory : theory.subList(0, count),
                        band.map(each -> each.first(count)),
                        draws.stream().map(each -> each.subList(0, count)).toList(),
                        aside,
                        ring.isPresent() && ring.getAsInt() < count ? ring : OptionalInt.empty(),
                        pattern,
                        behind.subList(0, Math.min(count, behind.size())),
                        gaps.stream().filter(gap -> gap < count).collect(Collectors.toSet()));
    }

    /// The values of all draws at a place, ascending; NaN last.
    double[] drawsAt(int index) {
        double[] values = new double[draws.size()];
        Arrays.setAll(values, draw -> draws.get(draw).get(index));
        Arrays.sort(values);
        return values;
    }

    /// What an axis has to span, in no order; theory only where there is something to hold it
    /// against, since it knows nothing of overflow.
    DoubleStream spanned(ValueScale scale) {
        DoubleStream predicted =
                IntStream.range(0, theory.size())
                        .filter(index -> scale.holds(measured.get(index)))
                        .mapToDouble(theory::get);
        return DoubleStream.concat(
                DoubleStream.concat(stream(measured), predicted),
                DoubleStream.concat(draws.stream().flatMapToDouble(Curve::stream), stream(behind)));
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    /// What lies beside the curve.
    ///
    /// @param name where that is: `inside a branch`
    /// @param places indices; those beyond the curve's end count for nothing
    public record Aside(String name, Set<Integer> places) {
        public Aside {
            places = Set.copyOf(places);
        }
    }

    /// Two ends for each place; NaN where none are known.
    ///
    /// @param caption what share of which draws it holds: `95 % of draws at width 100`
    public record Band(Source source, String caption, List<Double> low, List<Double> high) {
        /// Where the ends are from.
        public enum Source {
            /// The bands of nine cannot be told apart, so that the live series' alone is drawn.
            PREDICTED,
            /// From draws: it says what a curve is worth, so that each curve has its own.
            MEASURED
        }

        /// Predicted ends.
        public Band(String caption, List<Double> low, List<Double> high) {
            this(Source.PREDICTED, caption, low, high);
        }

        public Band {
            low = List.copyOf(low);
            high = List.copyOf(high);
            if (low.size() != high.size()) {
                throw new IllegalArgumentException(
                        "%d lower ends and %d upper ones".formatted(low.size(), high.size()));
            }
        }

        Band first(int count) {
            return new Band(source, caption, low.subList(0, count), high.subList(0, count));
        }
    }
}
