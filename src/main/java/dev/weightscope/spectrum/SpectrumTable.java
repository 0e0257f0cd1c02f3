package dev.weightscope.spectrum;

import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.jacobian.WeightSpectrum;
import dev.weightscope.lab.Column;
import dev.weightscope.lab.MadeRows;
import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToIntFunction;

/// The tables of an answer.
final class SpectrumTable {
    /// A value of one of several spectra, from 0 on.
    private record Place<T>(T spectrum, int value) {}

    private static final List<Column<DepthSpectrum>> DEPTHS =
            List.of(
                    Column.whole("depth", DepthSpectrum::depth),
                    Column.real("largest", DepthSpectrum::largest),
                    Column.real("high", each -> each.quantile(0.9)),
                    Column.real("median", DepthSpectrum::median),
                    Column.real("low", each -> each.quantile(0.1)),
                    Column.real("smallest", DepthSpectrum::smallest),
                    Column.real("meanSquare", DepthSpectrum::meanSquare),
                    Column.real("condition", DepthSpectrum::condition),
                    Column.whole("zeros", DepthSpectrum::zeros),
                    Column.whole("rounded", DepthSpectrum::rounded));

    private static final List<Column<Place<DepthSpectrum>>> VALUES =
            List.of(
                    Column.whole("depth", place -> place.spectrum().depth()),
                    Column.whole("place", place -> place.value() + 1),
                    Column.real("singularValue", place -> place.spectrum().value(place.value())),
                    Column.real("log10", place -> place.spectrum().log10(place.value())));

    private static final List<Column<Place<WeightSpectrum>>> WEIGHTS =
            List.of(
                    Column.whole("layer", place -> place.spectrum().layer()),
                    Column.whole("fanIn", place -> place.spectrum().fanIn()),
                    Column.whole("fanOut", place -> place.spectrum().fanOut()),
                    Column.whole("place", place -> place.value() + 1),
                    Column.real("singularValue", place -> place.spectrum().value(place.value())));

    private static final List<Column<MovedLayer>> MOVED_LAYERS =
            List.of(
                    Column.whole("layer", MovedLayer::layer),
                    Column.whole("fanIn", each -> each.moved().fanIn()),
                    Column.whole("fanOut", each -> each.moved().fanOut()),
                    Column.real("weightLargest", each -> each.weights().largest()),
                    Column.real("movedLargest", each -> each.moved().largest()),
                    Column.real("relative", MovedLayer::relativeNorm),
                    Column.whole("rank", MovedLayer::rank),
                    Column.whole("of", MovedLayer::size));

    private static final List<Column<Place<MovedLayer>>> MOVED =
            List.of(
                    Column.whole("layer", place -> place.spectrum().layer()),
                    Column.whole("fanIn", place -> place.spectrum().moved().fanIn()),
                    Column.whole("fanOut", place -> place.spectrum().moved().fanOut()),
                    Column.whole("place", place -> place.value() + 1),
                    Column.real("weight", place -> place.spectrum().weights().value(place.value())),
                    Column.real("moved", place -> place.spectrum().moved().value(place.value())));

    private SpectrumTable() {}

    /// A row a depth.
    static Table<?> depths(SpectrumAnswer answer) {
        return new Table<>(DEPTHS, answer.depths());
    }

    /// A row a singular value of the Jacobian.
    static Table<?> values(SpectrumAnswer answer) {
        return new Table<>(VALUES, rows(answer.depths(), DepthSpectrum::size));
    }

    /// A row a singular value of a weight matrix.
    static Table<?> weights(SpectrumAnswer answer) {
        return new Table<>(WEIGHTS, rows(answer.weights(), WeightSpectrum::size));
    }

    /// A row a layer that is trained.
    static Table<MovedLayer> movedLayers(MovedWeights moved) {
        return new Table<>(MOVED_LAYERS, moved.layers());
    }

    /// A row a singular value of a weight matrix that is trained, and of what that has moved.
    static Table<?> moved(MovedWeights moved) {
        return new Table<>(MOVED, rows(moved.layers(), MovedLayer::size));
    }

    private static <T> MadeRows<Place<T>> rows(List<T> spectra, ToIntFunction<T> size) {
        int[] ends = new int[spectra.size()];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            count += size.applyAsInt(spectra.get(i));
            ends[i] = count;
        }
        return new MadeRows<>(
                count,
                row -> {
                    int i = 0;
                    while (row >= ends[i]) {
                        i++;
                    }
                    return new Place<>(spectra.get(i), row - (i == 0 ? 0 : ends[i - 1]));
                });
    }

    /// All values of a depth, for programs.
    static Value.Array array(DepthSpectrum spectrum) {
        return array(spectrum.size(), spectrum::value);
    }

    /// All values of a matrix, for programs.
    static Value.Array array(WeightSpectrum spectrum) {
        return array(spectrum.size(), spectrum::value);
    }

    private static Value.Array array(int size, IntToDoubleFunction value) {
        return new Value.Array(new MadeRows<>(size, i -> new Value.Real(value.applyAsDouble(i))));
    }
}
