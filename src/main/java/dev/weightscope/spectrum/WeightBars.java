package dev.weightscope.spectrum;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Stroke.Pattern;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.chart.tensor.Bars;
import dev.weightscope.chart.tensor.SingularValueBins;
import dev.weightscope.inspect.MarchenkoPastur;
import dev.weightscope.jacobian.WeightSpectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The singular values of matrices of one layer in a chart, beside those of a matrix of independent
/// entries.
final class WeightBars {
    /// The axis of singular values ends so many times as far as their edge.
    private static final double BEYOND_EDGE = 1.05;

    /// Values within this factor of each other are alike.
    private static final double ALIKE = 0.999;

    /// The matrix of a setting.
    record Part(String label, int colour, WeightSpectrum spectrum) {}

    private WeightBars() {}

    /// @param parts at least one; the law is that of the first
    /// @param remarks said where a number is finite
    static BarChart of(String title, List<Part> parts, List<String> remarks) {
        Optional<MarchenkoPastur> law = law(parts.getFirst().spectrum());
        double end =
                BEYOND_EDGE
                        * Math.max(
                                law.map(MarchenkoPastur::highest).orElse(0.0),
                                parts.stream()
                                        .mapToDouble(each -> each.spectrum().largest())
                                        .filter(each -> !Double.isNaN(each))
                                        .max()
                                        .orElse(0));
        double until = end > 0 && end < Double.POSITIVE_INFINITY ? end : 1;
        List<Bars> bars = new ArrayList<>();
        for (Part part : parts) {
            if (!Double.isNaN(part.spectrum().largest())) {
                bars.add(bars(part, list(part.spectrum()), until));
            }
        }
        boolean isFinite = !bars.isEmpty();
        if (!isFinite) {
            bars.add(bars(parts.getFirst(), List.of(), 1));
        }
        return new BarChart(
                title,
                "",
                bars,
                law.map(each ->
                                List.of(
                                        BarChart.Line.of(
                                                "Marchenko–Pastur",
                                                new DataColour.Expected(),
                                                Pattern.DASHED,
                                                0,
                                                until,
                                                each::density)))
                        .orElse(List.of()),
                List.of(),
                isFinite ? remarks(parts, remarks) : List.of("not finite"),
                BarChart.Heights.DENSITIES);
    }

    /// What is a spike and no shape is said in words too: `Orthogonal: all 1.02`.
    private static List<String> remarks(List<Part> parts, List<String> first) {
        List<String> remarks = new ArrayList<>(first);
        parts.stream()
                .skip(1)
                .filter(each -> areAlike(each.spectrum()))
                .map(each -> each.label() + ": " + ends(each.spectrum()))
                .forEach(remarks::add);
        return remarks;
    }

    private static boolean areAlike(WeightSpectrum spectrum) {
        return spectrum.size() > 1 && spectrum.smallest() >= ALIKE * spectrum.largest();
    }

    /// `0.0012 … 2.1`, `all 1.02`.
    static String ends(WeightSpectrum spectrum) {
        return areAlike(spectrum)
                ? "all " + SpectrumLab.figure(spectrum.largest())
                : "%s … %s"
                        .formatted(
                                SpectrumLab.figure(spectrum.smallest()),
                                SpectrumLab.figure(spectrum.largest()));
    }

    private static Bars bars(Part part, List<Double> values, double until) {
        return new Bars.Counted(
                part.label(),
                new DataColour.OfSetting(part.colour()),
                SingularValueBins.of(values, until));
    }

    private static Optional<MarchenkoPastur> law(WeightSpectrum own) {
        return own.std() > 0 && own.std() < Double.POSITIVE_INFINITY
                ? Optional.of(
                        new MarchenkoPastur(
                                Math.min(own.fanIn(), own.fanOut()),
                                Math.max(own.fanIn(), own.fanOut()),
                                own.std()))
                : Optional.empty();
    }

    private static List<Double> list(WeightSpectrum spectrum) {
        return IntStream.range(0, spectrum.size()).mapToObj(spectrum::value).toList();
    }
}
