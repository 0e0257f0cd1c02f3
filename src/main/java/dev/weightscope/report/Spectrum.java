package dev.weightscope.report;

import dev.weightscope.inspect.MarchenkoPastur;
import dev.weightscope.inspect.SingularValues;
import dev.weightscope.inspect.TensorRole;
import dev.weightscope.kernel.Cancellation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The singular values of a weight matrix beside those of a random one.
///
/// @param values descending
/// @param law of a matrix of independent entries with the shape and the std of this one
/// @param outliers how many are larger than chance makes them
public record Spectrum(List<Double> values, MarchenkoPastur law, long outliers) {
    public Spectrum {
        values = List.copyOf(values);
    }

    /// Whether a tensor is a matrix with singular values that differ from 0 and can be found in
    /// some seconds.
    public static boolean isOf(TensorReport report) {
        return report.survey().filter(each -> each.std() > 0).isPresent()
                && Judgement.role(report.tensor(), report.fans())
                        instanceof TensorRole.Weights(int rows, int columns, int _, int _)
                && Math.min(rows, columns) > 1
                && whyNotFound(report).isEmpty();
    }

    /// Why the singular values of a matrix are not looked for, for people; empty where they are,
    /// and of what is no matrix.
    public static Optional<String> whyNotFound(TensorReport report) {
        if (!(Judgement.role(report.tensor(), report.fans())
                instanceof TensorRole.Weights(int rows, int columns, int _, int _))) {
            return Optional.empty();
        }
        if (report.survey().filter(each -> each.finite() < each.count()).isPresent()) {
            return Optional.of("no singular values, as some of its values are not finite");
        }
        return SingularValues.canBeFound(rows, columns)
                ? Optional.empty()
                : Optional.of(
                        "singular values are found up to a shorter side of %d"
                                .formatted(SingularValues.LONGEST_SHORTER_SIDE));
    }

    /// Reads the values of a tensor in a file that is open.
    ///
    /// @param report of a tensor that [has][#isOf] one
    public static Optional<Spectrum> of(TensorReport report, Cancellation cancellation) {
        if (!isOf(report)
                || !(Judgement.role(report.tensor(), report.fans())
                        instanceof TensorRole.Weights(int rows, int columns, int _, int _))) {
            return Optional.empty();
        }
        double[] found =
                SingularValues.of(
                        new FileValues(report.tensor(), cancellation), rows, columns, cancellation);
        MarchenkoPastur law =
                new MarchenkoPastur(
                        Math.min(rows, columns),
                        Math.max(rows, columns),
                        report.survey().orElseThrow().std());
        double from = law.outlierFrom();
        return Optional.of(
                new Spectrum(
                        Arrays.stream(found).boxed().toList(),
                        law,
                        Arrays.stream(found).filter(each -> each > from).count()));
    }
}
