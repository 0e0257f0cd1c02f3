package dev.weightscope.chart.histogram;

import dev.weightscope.chart.Axes;
import dev.weightscope.chart.axis.Range;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The histograms of one quantity in all layers.
///
/// @param layers the statistics of each, the first first
/// @param held a range that the common axis contains at least, so that it stands still while a
///   slider is dragged
/// @param names which layers these are
/// @param heldOwn ranges that the axes of layers contain at least where each has its own; may be of
///   fewer layers
public record HistogramView(
        List<TensorStatistics> layers,
        Quantity quantity,
        Scale counts,
        Axis axis,
        Optional<Range> held,
        LayerNames names,
        List<Range> heldOwn) {
    /// How much farther from 0 one end of a common axis may be, for both to be as far.
    private static final double NEARLY_EVEN = 2;

    public HistogramView {
        layers = List.copyOf(layers);
        heldOwn = List.copyOf(heldOwn);
    }

    public HistogramView(
            List<TensorStatistics> layers,
            Quantity quantity,
            Scale counts,
            Axis axis,
            Optional<Range> held,
            LayerNames names) {
        this(layers, quantity, counts, axis, held, names, List.of());
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
        return new HistogramView(layers, quantity, counts, axis, range, names, heldOwn);
    }

    /// The common axis, which has no bounds where each layer has its own; then that of each layer.
    Axes axes() {
        Range common = commonRange();
        List<Axes.Span> spans = new ArrayList<>();
        spans.add(
                switch (axis) {
                    case COMMON -> common.toSpan();
                    case OWN -> Axes.Span.UNBOUNDED;
                });
        for (int layer = 1; layer <= depth(); layer++) {
            spans.add(ownRange(layer).toSpan());
        }
        return Axes.of(spans);
    }

    /// On axes that span at least as much as these. If there is no common one among them, each
    /// layer has its own.
    HistogramView on(Axes axes) {
        if (axes.own().isEmpty()) {
            return this;
        }
        Axes.Span common = axes.own().getFirst();
        return new HistogramView(
                layers,
                quantity,
                counts,
                common.isBounded() ? axis : Axis.OWN,
                common.isBounded() ? Optional.of(Range.of(common)) : held,
                names,
                axes.own().stream().skip(1).map(Range::of).toList());
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
                names.part(places),
                places.stream()
                        .filter(place -> place <= heldOwn.size())
                        .map(place -> heldOwn.get(place - 1))
                        .toList());
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
            case OWN -> ownRange(layer);
        };
    }

    private Range ownRange(int layer) {
        Range needed = ValueRange.of(statistics(layer)).orElse(ValueRange.FALLBACK);
        return layer <= heldOwn.size() ? needed.union(heldOwn.get(layer - 1)) : needed;
    }
}
