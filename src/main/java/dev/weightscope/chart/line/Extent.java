package dev.weightscope.chart.line;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.chart.axis.ValueScale;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The least and the greatest value that has a place on the axis.
record Extent(double smallest, double largest) {
    /// A predicted band is cut where it reaches this factor beyond everything else: else it would
    /// press all curves into a line.
    private static final double BAND_REACH = 30;

    /// What falls to exactly 0 leaves an axis that spans this factor at least: on a narrower one it
    /// would be noise that is looked at.
    private static final double ABOVE_ZERO = 10;

    /// Empty where no value has a place. Theory alone, where nothing that is measured is, spans an
    /// axis too.
    static Optional<Extent> of(LineView view) {
        Optional<Extent> curves =
                of(spanned(view), view)
                        .map(each -> fallsToZero(view) ? each.withFall() : each)
                        .or(() ->
                                of(
                                        view.series().stream()
                                                .flatMapToDouble(
                                                        each -> stream(each.values().theory())),
                                        view));
        DoubleStream bands =
                view.series().stream()
                        .filter(Backdrop::hasBand)
                        .flatMap(each -> each.values().band().stream())
                        .flatMapToDouble(band ->
                                DoubleStream.concat(stream(band.low()), stream(band.high())));
        return curves.map(all -> of(bands, view).map(band -> all.with(band, view)).orElse(all));
    }

    /// What curves and guides have to have room for.
    private static DoubleStream spanned(LineView view) {
        return DoubleStream.concat(
                view.series().stream()
                        .flatMapToDouble(each -> each.values().spanned(view.values().scale())),
                view.values().guides().stream().mapToDouble(Guide::value));
    }

    private static Optional<Extent> of(DoubleStream values, LineView view) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        values.filter(view.values().scale()::holds)
                .forEach(value -> {
                    ends[0] = Math.min(ends[0], value);
                    ends[1] = Math.max(ends[1], value);
                });
        return ends[0] <= ends[1] ? Optional.of(new Extent(ends[0], ends[1])) : Optional.empty();
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private static boolean fallsToZero(LineView view) {
        return view.values().scale() == ValueScale.LOG
                && view.series().stream().anyMatch(each -> each.values().measured().contains(0.0));
    }

    private Extent withFall() {
        return new Extent(Math.min(smallest, largest / ABOVE_ZERO), largest);
    }

    private Extent with(Extent band, LineView view) {
        if (view.values().scale() != ValueScale.LOG) {
            return new Extent(Math.min(smallest, band.smallest), Math.max(largest, band.largest));
        }
        return new Extent(
                Math.min(smallest, Math.max(band.smallest, smallest / BAND_REACH)),
                Math.max(largest, Math.min(band.largest, largest * BAND_REACH)));
    }

    /// From a round number below to one above.
    Range bounds(ValueScale scale) {
        return scale.bounds(smallest, largest);
    }
}
