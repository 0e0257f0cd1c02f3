package dev.weightscope.report;

import dev.weightscope.chart.DataColour;
import dev.weightscope.chart.Stroke.Pattern;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.chart.tensor.Bars;
import dev.weightscope.chart.tensor.SingularValueBins;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.MarchenkoPastur;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Histogram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// One tensor in charts, or over it that of the same name in another file.
///
/// @param other of the second file; empty where one is looked at alone
/// @param otherName of the second file
public record DetailCharts(
        TensorDetail detail,
        Optional<Spectrum> spectrum,
        Optional<TensorDetail> other,
        Optional<Spectrum> otherSpectrum,
        String otherName) {
    private static final DataColour SECOND = new DataColour.OfSetting(2);

    /// The axis of singular values ends so many times as far as their edge; larger ones are told.
    private static final double BEYOND_EDGE = 1.3;

    /// The colour of what looks like a law, and of what does not.
    public static DataColour colour(TensorReport report) {
        return report.match().filter(each -> each.law().equals(LawMatch.TRAINED)).isPresent()
                ? new DataColour.Caution()
                : new DataColour.OfSetting(0);
    }

    /// The values, and the density of the law that they look like, or else of those that they might
    /// have been drawn from; empty where none is finite.
    public Optional<BarChart> values() {
        return detail.values()
                .map(own -> {
                    List<Bars> bars = new ArrayList<>();
                    bars.add(new Bars.Counted("values", colour(detail.report()), own));
                    other.flatMap(TensorDetail::values)
                            .ifPresent(each -> bars.add(new Bars.Counted(otherName, SECOND, each)));
                    return new BarChart(
                            "Values",
                            "weight",
                            bars,
                            laws(own),
                            List.of(),
                            Stream.of(outside(own), outline(bars))
                                    .flatMap(Optional::stream)
                                    .toList(),
                            BarChart.Heights.DENSITIES);
                });
    }

    private List<BarChart.Line> laws(Histogram shown) {
        return ReferenceLaw.of(detail.report()).stream()
                .map(law ->
                        BarChart.Line.of(
                                law.name(),
                                law.colour(),
                                law.pattern(),
                                shown.low(),
                                shown.high(),
                                law.density()))
                .toList();
    }

    private static Optional<String> outside(Histogram shown) {
        long outside = shown.below() + shown.above();
        return outside == 0
                ? Optional.empty()
                : Optional.of(Amounts.counted(outside, "value") + " farther out");
    }

    private Optional<String> outline(List<Bars> bars) {
        return bars.size() < 2 ? Optional.empty() : Optional.of("outline: " + otherName);
    }

    /// The singular values beside those of a random matrix; empty of what is no matrix.
    public Optional<BarChart> singularValues() {
        return spectrum.map(own -> {
            MarchenkoPastur law = own.law();
            double reach = BEYOND_EDGE * law.highest();
            double end = Math.min(reach, 1.05 * Math.max(own.values().getFirst(), law.highest()));
            List<Bars> bars = new ArrayList<>();
            bars.add(
                    new Bars.Counted(
                            "singular values",
                            colour(detail.report()),
                            SingularValueBins.of(own.values(), end)));
            otherSpectrum.ifPresent(each ->
                    bars.add(
                            new Bars.Counted(
                                    otherName, SECOND, SingularValueBins.of(each.values(), end))));
            List<String> remarks = new ArrayList<>();
            remarks.add("largest " + text(own.values().getFirst()));
            remarks.add("smallest " + text(own.values().getLast()));
            if (own.outliers() > 0) {
                remarks.add(own.outliers() + " beyond the edge");
            }
            outline(bars).ifPresent(remarks::add);
            return new BarChart(
                    "Singular values",
                    "dashed: Marchenko–Pastur",
                    bars,
                    List.of(
                            BarChart.Line.of(
                                    "",
                                    new DataColour.Expected(),
                                    Pattern.DASHED,
                                    0,
                                    end,
                                    law::density)),
                    List.of(new BarChart.Mark(law.highest(), "edge " + text(law.highest()))),
                    remarks,
                    BarChart.Heights.DENSITIES);
        });
    }

    /// Of the weights from each input; empty of what is no matrix.
    public Optional<BarChart> inputs() {
        return sides("input", TensorDetail.Sides::inputs);
    }

    /// Of the weights to each output; empty of what is no matrix.
    public Optional<BarChart> outputs() {
        return sides("output", TensorDetail.Sides::outputs);
    }

    private Optional<BarChart> sides(String noun, Function<TensorDetail.Sides, List<Double>> side) {
        return detail.sides()
                .map(side)
                .map(own -> {
                    List<Bars> bars = new ArrayList<>();
                    bars.add(new Bars.Listed(noun, "std", colour(detail.report()), own));
                    other.flatMap(TensorDetail::sides)
                            .map(side)
                            .ifPresent(each ->
                                    bars.add(new Bars.Listed(otherName, "std", SECOND, each)));
                    List<String> remarks = new ArrayList<>();
                    long still = own.stream().filter(each -> each == 0).count();
                    if (still > 0) {
                        remarks.add(Amounts.counted(still, noun) + " of std 0");
                    }
                    long broken = own.stream().filter(each -> !Double.isFinite(each)).count();
                    if (broken > 0) {
                        remarks.add(Amounts.counted(broken, noun) + " not finite");
                    }
                    outline(bars).ifPresent(remarks::add);
                    Optional<ReferenceLaw> reference =
                            ReferenceLaw.of(detail.report()).stream().findFirst();
                    return new BarChart(
                            "Std by " + noun,
                            reference
                                    .map(each ->
                                            "dashed: %s, %s"
                                                    .formatted(each.name(), text(each.std())))
                                    .orElse(noun),
                            bars,
                            reference.stream().map(each -> level(each, own.size())).toList(),
                            List.of(),
                            remarks,
                            BarChart.Heights.VALUES);
                });
    }

    /// Over bars of any colour.
    private static BarChart.Line level(ReferenceLaw law, int count) {
        return new BarChart.Line(
                "",
                new DataColour.Expected(),
                Pattern.DASHED,
                List.of(0.5, count + 0.5),
                List.of(law.std(), law.std()));
    }

    private static String text(double number) {
        return NumberText.significant(number, 3);
    }
}
