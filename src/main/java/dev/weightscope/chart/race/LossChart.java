package dev.weightscope.chart.race;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.Guide;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Values;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// The loss of all runs over their steps.
///
/// @param runs the selected one has the live one's role, and is drawn in front of the others
/// @param last step of the axis, which stays while runs go on
public record LossChart(List<Series<Run>> runs, int last, Marks marks, Frame frame, Scale scale) {
    /// A curve in the frame keeps this factor from its edge.
    private static final double ROOM = 1.15;

    /// What ends within this factor of guessing has learnt or stays there; what does not is beyond
    /// all of it.
    private static final double NEAR_GUESSING = 1.5;

    /// A frame ends at this factor above guessing: what begins higher comes in from above.
    private static final double MOST_ABOVE = 4;

    public LossChart {
        runs = List.copyOf(runs);
    }

    /// A run.
    ///
    /// @param goalStep the first step that counts as learnt
    public record Run(Lines loss, OptionalInt goalStep) {}

    /// What losses are held against.
    ///
    /// @param goal the loss that counts as learnt
    /// @param guessing that of the best constant answer
    /// @param guessingName in words: `ln 2: guessing`
    public record Marks(OptionalDouble goal, OptionalDouble guessing, String guessingName) {
        public static final Marks NONE =
                new Marks(OptionalDouble.empty(), OptionalDouble.empty(), "");

        private List<Guide> guides() {
            List<Guide> guides = new ArrayList<>();
            guessing.ifPresent(
                    value -> guides.add(new Guide(value, guessingName, Guide.Kind.BASELINE)));
            goal.ifPresent(value ->
                    guides.add(
                            new Guide(
                                    value,
                                    "goal " + NumberText.significant(value, 3),
                                    Guide.Kind.GOAL)));
            return guides;
        }
    }

    /// What the axis spans.
    public enum Frame {
        /// What learns; the rest waits at the edge.
        FIT,
        /// All.
        ALL
    }

    /// How the axis of losses is divided.
    public enum Scale {
        LOG(ValueScale.LOG),
        LINEAR(ValueScale.LINEAR);

        private final ValueScale values;

        Scale(ValueScale values) {
            this.values = values;
        }
    }

    /// The picture, with no step looked at.
    public LineView view() {
        Stops stops = ShownSteps.of(last);
        List<Series<Curve>> curves =
                runs.stream().map(run -> run.map(each -> curve(each, stops))).toList();
        Values values = Values.of(scale.values).withGuides(marks.guides());
        return LineView.of("Loss", stops, Runs.selectedLast(curves))
                .withValues(
                        switch (frame) {
                            case ALL -> values;
                            case FIT -> fit(curves).map(values::withFrame).orElse(values);
                        });
    }

    private static Curve curve(Run run, Stops stops) {
        Curve curve = run.loss().curve(stops.numbers());
        return run.goalStep().isPresent()
                ? curve.withRing(
                        Math.min(stops.indexOf(run.goalStep().getAsInt()), curve.size() - 1))
                : curve;
    }

    private Optional<Range> fit(List<Series<Curve>> curves) {
        double guessing = marks.guessing().orElse(Double.POSITIVE_INFINITY);
        double[] values =
                curves.stream()
                        .map(Series::values)
                        .filter(curve -> curve.measured().getLast() <= NEAR_GUESSING * guessing)
                        .flatMapToDouble(LossChart::spanned)
                        .filter(scale.values::holds)
                        .toArray();
        if (values.length == 0) {
            return Optional.empty();
        }
        DoubleStream marked = DoubleStream.concat(marks.goal().stream(), marks.guessing().stream());
        DoubleSummaryStatistics all =
                DoubleStream.concat(DoubleStream.of(values), marked).summaryStatistics();
        double high = Math.min(all.getMax(), MOST_ABOVE * guessing) * ROOM;
        double low =
                switch (scale) {
                    case LOG -> all.getMin() / ROOM;
                    case LINEAR -> Math.min(0, all.getMin());
                };
        return low < high ? Optional.of(new Range(low, high)) : Optional.empty();
    }

    private static DoubleStream spanned(Curve curve) {
        return Stream.concat(
                        curve.measured().stream(),
                        curve.band().stream().flatMap(band -> band.low().stream()))
                .mapToDouble(Double::doubleValue);
    }
}
