package dev.weightscope.report;

import dev.weightscope.inspect.SideStds;
import dev.weightscope.inspect.TensorRole;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.inspect.ValueHistogram;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Histogram;
import dev.weightscope.model.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a second look at the values of one tensor tells.
///
/// @param values in bins around the mean; empty where none is finite
/// @param sides of a matrix; empty of what is none
public record TensorDetail(TensorReport report, Optional<Histogram> values, Optional<Sides> sides) {
    private static final int LEAST_BINS = 16;
    private static final int MOST_BINS = 96;

    /// Values farther from the mean than so many stds are counted alone.
    private static final double STDS = 6;

    private static final double MARGIN = 0.04;

    /// The std of the weights from each input and to each output.
    public record Sides(List<Double> inputs, List<Double> outputs) {
        public Sides {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /// The values between which bins lie.
    public record Bins(double low, double high, int count) {
        /// For all values of a tensor, or nearly all; empty where none is finite.
        public static Optional<Bins> of(TensorSurvey survey) {
            if (survey.finite() == 0) {
                return Optional.empty();
            }
            double low = Math.max(survey.min(), survey.mean() - STDS * survey.std());
            double high = Math.min(survey.max(), survey.mean() + STDS * survey.std());
            double width = high - low;
            double margin =
                    width > 0 && width < Double.POSITIVE_INFINITY
                            ? MARGIN * width
                            : low == 0 ? 1 : Math.abs(low) / 2;
            int count =
                    (int) Math.clamp(3 * Math.cbrt((double) survey.count()), LEAST_BINS, MOST_BINS);
            return Double.isFinite(low - margin) && Double.isFinite(high + margin)
                    ? Optional.of(new Bins(low - margin, high + margin, count))
                    : Optional.empty();
        }

        /// For the values of both.
        public Bins with(Bins other) {
            return new Bins(
                    Math.min(low, other.low),
                    Math.max(high, other.high),
                    Math.max(count, other.count));
        }
    }

    /// Reads the values of a tensor in a file that is open.
    ///
    /// @param bins for its histogram; empty for none
    public static TensorDetail of(
            TensorReport report, Optional<Bins> bins, Cancellation cancellation) {
        if (report.survey().isEmpty()) {
            return new TensorDetail(report, Optional.empty(), Optional.empty());
        }
        FileValues values = new FileValues(report.tensor(), cancellation);
        return new TensorDetail(
                report,
                bins.map(each -> ValueHistogram.of(values, each.low, each.high, each.count)),
                sides(report, values));
    }

    private static Optional<Sides> sides(TensorReport report, FileValues values) {
        if (!(Judgement.role(report.tensor(), report.fans())
                instanceof TensorRole.Weights(int rows, int columns, int _, int _))) {
            return Optional.empty();
        }
        double mean = report.survey().map(TensorSurvey::mean).orElse(0.0);
        SideStds stds = SideStds.of(values, rows, columns, mean);
        List<Double> ofRows = Arrays.stream(stds.rows()).boxed().toList();
        List<Double> ofColumns = Arrays.stream(stds.columns()).boxed().toList();
        return report.fans()
                .map(fans ->
                        fans.layout() == Layout.OUT_IN
                                ? new Sides(ofColumns, ofRows)
                                : new Sides(ofRows, ofColumns));
    }
}
