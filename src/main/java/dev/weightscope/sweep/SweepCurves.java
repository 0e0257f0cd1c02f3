package dev.weightscope.sweep;

import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.Stops;
import dev.weightscope.chart.line.Curve;
import dev.weightscope.chart.line.Event;
import dev.weightscope.chart.line.Guide;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The figure of each setting over the first axis: the median over the draws, thin lines or a band
/// for the draws themselves, a ring where it crosses its level, and a line where the live setting
/// stands.
///
/// Where two numbers are swept, that is the row of the live setting.
final class SweepCurves {
    private static final int DIGITS = 4;

    /// With fewer draws a band would say more than is known.
    private static final int BAND_FROM = 10;

    private final List<Series<SweepAnswer>> answers;
    private final SweepAnswer live;

    /// Texts of the places by their shares of the way: points that any of the settings knows, and
    /// where curves cross.
    private final TreeMap<Double, String> places = new TreeMap<>();

    private SweepCurves(List<Series<SweepAnswer>> answers) {
        this.answers = answers;
        this.live = answers.getFirst().values();
        SweepPlan plan = live.plan();
        // The ends are there from the first: the axis is not to grow with the points.
        places.put(0.0, plan.columns().getFirst().text());
        places.put(1.0, plan.columns().getLast().text());
        for (Series<SweepAnswer> each : answers) {
            SweepAnswer answer = each.values();
            int row = answer.plan().liveRow();
            for (int column = 0; column < answer.plan().columns().size(); column++) {
                if (answer.median(row, column).isPresent()) {
                    SweepPlan.Place place = answer.plan().columns().get(column);
                    places.put(place.share(), place.text());
                }
            }
            ring(answer)
                    .ifPresent(share ->
                            places.putIfAbsent(
                                    share,
                                    "≈ "
                                            + NumberText.significant(
                                                    answer.settings().over().at(share), DIGITS)));
        }
    }

    /// @param answers to questions of the same settings, the live one first; each with a point
    static LineChart chart(List<Series<SweepAnswer>> answers) {
        return new SweepCurves(answers).chart();
    }

    private LineChart chart() {
        Measure measure = live.settings().measure();
        Values values =
                Values.of(measure.scale())
                        .withGuides(
                                measure.level().stream()
                                        .mapToObj(level ->
                                                new Guide(
                                                        level,
                                                        measure.levelName(),
                                                        Guide.Kind.GOAL))
                                        .toList());
        List<Series<Curve>> curves = new ArrayList<>();
        for (Series<SweepAnswer> each : answers.reversed()) {
            if (each.values().hasCurve()) {
                curves.add(each.map(this::curve));
            }
        }
        LineView view =
                LineView.of(measure.label(), stops(), curves)
                        .withTitle(title())
                        .withEvents(here())
                        .withValues(values)
                        .withKey();
        return new LineChart(view);
    }

    /// The figure, and which row it is where there are several.
    private String title() {
        SweepPlan plan = live.plan();
        String figure = live.settings().measure().label();
        return live.settings()
                .and()
                .map(way ->
                        "%s, at %s %s"
                                .formatted(
                                        figure, way.noun(), plan.rows().get(plan.liveRow()).text()))
                .orElse(figure);
    }

    private Stops stops() {
        Way over = live.settings().over();
        return Stops.measured(
                over.option().label(),
                List.copyOf(places.keySet()),
                new Stops.Measured(
                        List.copyOf(places.values()),
                        new Range(over.low(), over.high()),
                        over.axis()));
    }

    /// Where the live setting stands.
    private List<Event> here() {
        Way over = live.settings().over();
        return live.plan().here().stream()
                .mapToObj(share ->
                        new Event(
                                Event.Kind.LIVE,
                                Stops.numberOf(share),
                                "live: %s %s"
                                        .formatted(
                                                over.option().label().toLowerCase(Locale.ROOT),
                                                NumberText.significant(over.at(share), DIGITS)),
                                Event.Edge.HEAD,
                                Event.Side.BEFORE))
                .toList();
    }

    private Curve curve(SweepAnswer answer) {
        int row = answer.plan().liveRow();
        List<Double> measured = new ArrayList<>();
        Set<Integer> gaps = new HashSet<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        int ringed = -1;
        OptionalDouble ring = ring(answer);
        for (double share : places.keySet()) {
            OptionalDouble median = at(answer, share, 0.5);
            if (ring.isPresent() && ring.getAsDouble() == share) {
                ringed = measured.size();
                gaps.add(ringed); // on the line between its neighbours
                median = answer.settings().measure().level();
            }
            if (median.isEmpty()) {
                gaps.add(measured.size());
            }
            measured.add(median.orElse(Double.NaN));
            low.add(at(answer, share, 0).orElse(Double.NaN));
            high.add(at(answer, share, 1).orElse(Double.NaN));
        }
        Curve curve = Curve.of(measured).withGaps(gaps);
        if (ringed >= 0) {
            curve = curve.withRing(ringed);
        }
        int draws = answer.plan().draws();
        if (draws >= BAND_FROM) {
            return curve.withBand(
                    new Curve.Band(
                            Curve.Band.Source.MEASURED,
                            "all %d draws".formatted(draws),
                            low,
                            high));
        }
        return draws > 1 ? curve.withDraws(draws(answer, row)) : curve;
    }

    private List<List<Double>> draws(SweepAnswer answer, int row) {
        return IntStream.range(0, answer.plan().draws())
                .mapToObj(draw ->
                        places.keySet().stream()
                                .map(share -> drawn(answer, row, share, draw))
                                .toList())
                .toList();
    }

    private static double drawn(SweepAnswer answer, int row, double share, int draw) {
        int column = column(answer, share);
        int run = column < 0 ? -1 : answer.plan().number(new SweepPlan.Run(row, column, draw));
        return run >= 0 && answer.knows(run) ? answer.value(run) : Double.NaN;
    }

    private static OptionalDouble at(SweepAnswer answer, double share, double quantile) {
        int column = column(answer, share);
        return column < 0
                ? OptionalDouble.empty()
                : answer.quantile(answer.plan().liveRow(), column, quantile);
    }

    /// The index of the point at a place; −1 where there is none.
    private static int column(SweepAnswer answer, double share) {
        List<SweepPlan.Place> columns = answer.plan().columns();
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).share() == share)
                .findFirst()
                .orElse(-1);
    }

    /// Where a ring stands: at the first crossing.
    private static OptionalDouble ring(SweepAnswer answer) {
        return Crossing.of(answer, answer.plan().liveRow()).stream()
                .mapToDouble(Crossing::share)
                .findFirst();
    }
}
