package dev.weightscope.sweep;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.plane.Cells;
import dev.weightscope.chart.plane.MapLine;
import dev.weightscope.chart.plane.MapMark;
import dev.weightscope.chart.plane.MapView;
import dev.weightscope.chart.plane.PlaneAxis;
import dev.weightscope.chart.plane.PlaneMap;
import dev.weightscope.chart.plane.Ramp;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A setting's figure over both axes as colours, with a contour where it crosses its level, and a
/// line at the row whose curve is shown beside it.
final class SweepMap {
    private static final int DIGITS = 3;

    /// Factors above and below the level whose colours are the ends, where the axis is logarithmic:
    /// more says only that it explodes or vanishes.
    private static final double MOST_FACTOR = 1e6;

    private static final int MOST_LEVELS = 6;

    private final Series<SweepAnswer> shown;
    private final SweepAnswer answer;
    private final SweepPlan plan;
    private final Measure measure;

    private final LineChart curves;

    private SweepMap(Series<SweepAnswer> shown, LineChart curves) {
        this.shown = shown;
        this.curves = curves;
        answer = shown.values();
        plan = answer.plan();
        measure = answer.settings().measure();
    }

    /// Between the edges of the curves, so that each of their points is above its cells.
    ///
    /// @param answers of two numbers; the map is the first one's
    static Chart chart(List<Series<SweepAnswer>> answers) {
        return new SweepMap(answers.getFirst(), SweepCurves.chart(answers)).chart();
    }

    private Chart chart() {
        Cells cells = cells();
        Way over = answer.settings().over();
        Way and = answer.settings().and().orElseThrow();
        PlaneAxis x = axis(over, new Range(over.low(), over.high()));
        PlaneAxis y = axis(and, Cells.around(cells.ys(), and.axis()));
        double[] found =
                DoubleStream.of(cells.values()).filter(measure.scale()::holds).sorted().toArray();
        MapView view =
                MapView.of(x, y, measure.label(), cells, ramp(found), MapView.Shading.CELLS)
                        .withLevels(levels(found))
                        .withMarks(here(x, y))
                        .withNote(note());
        return new PlaneMap(
                plan.rows().size() > 1 ? view.withLines(List.of(row(x))) : view,
                Optional.of(curves));
    }

    private Cells cells() {
        int columns = plan.columns().size();
        double[] values = new double[columns * plan.rows().size()];
        Arrays.fill(values, Double.NaN);
        BitSet known = new BitSet(values.length);
        for (int row = 0; row < plan.rows().size(); row++) {
            for (int column = 0; column < columns; column++) {
                OptionalDouble median = answer.median(row, column);
                if (median.isPresent()) {
                    values[row * columns + column] = median.getAsDouble();
                    known.set(row * columns + column);
                }
            }
        }
        return new Cells(numbers(plan.columns()), numbers(plan.rows()), values, known);
    }

    private static List<Double> numbers(List<SweepPlan.Place> places) {
        return places.stream().map(place -> Double.parseDouble(place.text())).toList();
    }

    private static PlaneAxis axis(Way way, Range range) {
        return new PlaneAxis(way.name(), way.option().label(), way.axis(), range);
    }

    /// That at which it tips, and powers of ten of it, each third one where there are many; of a
    /// logarithmic axis without such a level powers of ten.
    ///
    /// @param found figures that have a place on the axis, ascending
    private List<Double> levels(double[] found) {
        if (measure.scale() != ValueScale.LOG || found.length == 0) {
            return measure.level().stream().boxed().toList();
        }
        double level = measure.level().orElse(1);
        int low = (int) Math.ceil(Math.log10(Math.max(found[0] / level, 1 / MOST_FACTOR)));
        int high =
                (int)
                        Math.floor(
                                Math.log10(Math.min(found[found.length - 1] / level, MOST_FACTOR)));
        int step = high - low >= MOST_LEVELS ? 3 : 1;
        return IntStream.rangeClosed(Math.ceilDiv(low, step), Math.floorDiv(high, step))
                .mapToObj(power -> level * Math.pow(10, step * (double) power))
                .toList();
    }

    /// Around the level where there is one, as far on both sides; else from the least to the
    /// greatest.
    ///
    /// @param found figures that have a place on the axis, ascending
    private Ramp ramp(double[] found) {
        if (found.length == 0) {
            return Ramp.sequential(new Range(0.5, 2), measure.scale(), List.of());
        }
        double least = found[0];
        double most = found[found.length - 1];
        if (measure.level().isEmpty() || measure.scale() != ValueScale.LOG) {
            Range range = measure.scale().bounds(least, most);
            return Ramp.sequential(
                    range, measure.scale(), List.of(text(range.low()), text(range.high())));
        }
        double level = measure.level().getAsDouble();
        double factor = Math.clamp(Math.max(most / level, level / least), 2, MOST_FACTOR);
        Range range = new Range(level / factor, level * factor);
        return Ramp.diverging(
                range, ValueScale.LOG, List.of(text(range.low()), text(level), text(range.high())));
    }

    private static String text(double value) {
        return NumberText.significant(value, DIGITS);
    }

    /// Where the setting itself stands, if that is on the map.
    private List<MapMark> here(PlaneAxis x, PlaneAxis y) {
        OptionalDouble first = answer.settings().over().valueIn(plan.base());
        OptionalDouble second = answer.settings().and().orElseThrow().valueIn(plan.base());
        if (first.isEmpty()
                || second.isEmpty()
                || !isOn(x, first.getAsDouble())
                || !isOn(y, second.getAsDouble())) {
            return List.of();
        }
        return List.of(
                new MapMark(
                        first.getAsDouble(),
                        second.getAsDouble(),
                        "",
                        MapMark.Shape.DOT,
                        new DataColour.OfSetting(shown.colour()),
                        List.of(
                                shown.label(),
                                x.symbol() + " " + text(first.getAsDouble()),
                                y.symbol() + " " + text(second.getAsDouble()))));
    }

    private static boolean isOn(PlaneAxis axis, double value) {
        double share = axis.share(value);
        return share >= 0 && share <= 1;
    }

    /// The row of the curve.
    private MapLine row(PlaneAxis x) {
        SweepPlan.Place row = plan.rows().get(plan.liveRow());
        double height = Double.parseDouble(row.text());
        return new MapLine(
                "%s %s: the curves"
                        .formatted(answer.settings().and().orElseThrow().noun(), row.text()),
                List.of(
                        new MapLine.Point(x.range().low(), height),
                        new MapLine.Point(x.range().high(), height)),
                MapLine.Kind.DASHED);
    }

    private String note() {
        return plan.draws() > 1 ? "median of %d draws".formatted(plan.draws()) : "";
    }
}
