package dev.weightscope.chart.histogram;

import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The histograms of one quantity in all layers.
///
/// @param layers the statistics of each, the first first
/// @param held a range that the common axis contains at least, so that it stands still while a
///   slider is dragged
/// @param names which layers these are
public record HistogramView(
        List<TensorStatistics> layers,
        Quantity quantity,
        Scale counts,
        Axis axis,
        Optional<Range> held,
        LayerNames names) {
    /// How much farther from 0 one end of a common axis may be, for both to be as far.
    private static final double NEARLY_EVEN = 2;

    public HistogramView {
        layers = List.copyOf(layers);
    }

    public HistogramView(Snapshot snapshot, Quantity quantity, Scale counts, Axis axis) {
        this(
                layers(snapshot, quantity),
                quantity,
                counts,
                axis,
                Optional.empty(),
                LayerNames.of(snapshot));
    }

    /// With a range that the common axis contains at least.
    public HistogramView withHeld(Optional<Range> range) {
        return new HistogramView(layers, quantity, counts, axis, range, names);
    }

    /// The layers of the stream, and those inside of branches, on the same common axis; itself
    /// alone where there are not both.
    List<HistogramView> kinds() {
        return names.areMixed()
                ? List.of(part(names.streamPlaces()), part(names.insidePlaces()))
                : List.of(this);
    }

    private HistogramView part(List<Integer> places) {
        return new HistogramView(
                places.stream().map(this::statistics).toList(),
                quantity,
                counts,
                axis,
                Optional.of(commonRange()),
                names.part(places));
    }

    /// The statistics of each layer of a snapshot.
    public static List<TensorStatistics> layers(Snapshot snapshot, Quantity quantity) {
        return snapshot.layers().stream().map(layer -> layer.of(quantity)).toList();
    }

    /// For a picture that nobody can switch over: on the axis that fits how the values were
    /// counted, unless nobody chose it and the layers differ too much for one.
    public static HistogramView of(Snapshot snapshot, Quantity quantity, Scale counts) {
        Binning binning = snapshot.experiment().binning();
        HistogramView view = new HistogramView(snapshot, quantity, counts, Axis.of(binning));
        return switch (binning.range()) {
            case BinRange.Natural _ when RangeSpread.isTooWide(view) ->
                    new HistogramView(snapshot, quantity, counts, Axis.OWN);
            case BinRange.Natural _, BinRange.Own _, BinRange.Fixed _ -> view;
        };
    }

    public int depth() {
        return layers.size();
    }

    /// The statistics of a layer, by its place counted from 1.
    public TensorStatistics statistics(int layer) {
        return layers.get(layer - 1);
    }

    /// The values that the axis of a layer's histogram spans.
    public Range range(int layer) {
        return range(layer, commonRange());
    }

    /// The values that the common axis spans: all bins of all layers, as far below 0 as above where
    /// they are nearly so.
    public Range commonRange() {
        Range needed = ValueRange.of(layers).map(this::even).orElse(ValueRange.FALLBACK);
        return held.map(needed::union).orElse(needed);
    }

    private Range even(Range range) {
        double below = -range.low();
        double above = range.high();
        double most = Math.max(below, above);
        return Math.min(below, above) * NEARLY_EVEN >= most && most < Double.MAX_VALUE / 2
                ? new Range(-most, most)
                : range;
    }

    /// The width of the narrowest bins on the axis of a layer, as a share of it.
    double narrowestBin(int layer, Range range) {
        return (switch (axis) {
                    case COMMON -> layers.stream();
                    case OWN -> Stream.of(statistics(layer));
                })
                .filter(each -> Content.of(each) == Content.VALUES)
                .mapToDouble(each -> each.histogram().binWidth() / range.span())
                .filter(share -> share > 0)
                .min()
                .orElse(0);
    }

    /// That one axis cannot show the shapes of all layers, where it cannot.
    public Optional<String> remark() {
        return RangeSpread.remark(this);
    }

    /// [#range] where the common range is known already: finding it reads all layers.
    Range range(int layer, Range common) {
        return switch (axis) {
            case COMMON -> common;
            case OWN -> ValueRange.of(statistics(layer)).orElse(ValueRange.FALLBACK);
        };
    }
}
