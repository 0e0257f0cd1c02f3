package dev.weightscope.chart.line;

import dev.weightscope.chart.axis.LogTicks;
import dev.weightscope.chart.axis.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/// The least and the greatest value that has a place on a logarithmic axis.
record Extent(double smallest, double largest) {
    /// A predicted band is cut where it reaches this factor beyond everything else: else it would
    /// press all curves into a line.
    private static final double BAND_REACH = 30;

    /// What falls to exactly 0 leaves an axis that spans this factor at least: on a narrower one it
    /// would be noise that is looked at.
    private static final double ABOVE_ZERO = 10;

    /// Empty where no value is positive and finite. Theory alone, where nothing that is measured
    /// is, spans an axis too.
    static Optional<Extent> of(LineView view) {
        Optional<Extent> curves =
                of(view.series().stream().flatMapToDouble(each -> each.values().spanned()))
                        .map(each -> fallsToZero(view) ? each.withFall() : each)
                        .or(() ->
                                of(
                                        view.series().stream()
                                                .flatMapToDouble(
                                                        each -> stream(each.values().theory()))));
        DoubleStream bands =
                view.series().stream()
                        .filter(Backdrop::hasBand)
                        .flatMap(each -> each.values().band().stream())
                        .flatMapToDouble(band ->
                                DoubleStream.concat(stream(band.low()), stream(band.high())));
        return curves.map(all -> of(bands).map(all::with).orElse(all));
    }

    private static Optional<Extent> of(DoubleStream values) {
        double[] ends = {Double.POSITIVE_INFINITY, 0};
        values.filter(value -> Trace.Kind.of(value) == Trace.Kind.POSITIVE)
                .forEach(value -> {
                    ends[0] = Math.min(ends[0], value);
                    ends[1] = Math.max(ends[1], value);
                });
        return ends[1] > 0 ? Optional.of(new Extent(ends[0], ends[1])) : Optional.empty();
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private static boolean fallsToZero(LineView view) {
        return view.series().stream().anyMatch(each -> each.values().measured().contains(0.0));
    }

    private Extent withFall() {
        return new Extent(Math.min(smallest, largest / ABOVE_ZERO), largest);
    }

    private Extent with(Extent band) {
        return new Extent(
                Math.min(smallest, Math.max(band.smallest, smallest / BAND_REACH)),
                Math.max(largest, Math.min(band.largest, largest * BAND_REACH)));
    }

    /// From a round number below to one above.
    Range bounds() {
        return LogTicks.bounds(smallest, largest);
    }
}
