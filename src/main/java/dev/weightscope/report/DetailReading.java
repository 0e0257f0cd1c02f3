package dev.weightscope.report;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.weights.WeightFile;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the values of one tensor again, and of that of the same name in another file, for their
/// charts.
public record DetailReading(Inspected inspected, TensorPair pair) {
    /// The charts without singular values, which may take seconds.
    ///
    /// @throws dev.weightscope.kernel.CancelledException if it was cancelled
    /// @throws dev.weightscope.model.Refusal in one sentence, if a file cannot be read any more
    public DetailCharts charts(Cancellation cancellation) {
        Optional<TensorDetail.Bins> own = bins(shown());
        Optional<TensorDetail.Bins> bins =
                own.map(each -> over().flatMap(DetailReading::bins).map(each::with).orElse(each))
                        .or(() -> over().flatMap(DetailReading::bins));
        return new DetailCharts(
                detail(source(), shown(), bins, cancellation),
                Optional.empty(),
                over().map(each -> detail(other(), each, bins, cancellation)),
                Optional.empty(),
                inspected.other().map(FileReport::name).orElse(""));
    }

    /// Whether there are singular values that can be found.
    public boolean hasSpectra() {
        return Stream.of(pair.one(), pair.other())
                .flatMap(Optional::stream)
                .anyMatch(Spectrum::isOf);
    }

    /// The same charts with singular values, where they can be found.
    ///
    /// @throws dev.weightscope.kernel.CancelledException if it was cancelled
    /// @throws dev.weightscope.model.Refusal in one sentence, if a file cannot be read any more
    public DetailCharts withSpectra(DetailCharts charts, Cancellation cancellation) {
        return new DetailCharts(
                charts.detail(),
                spectrum(source(), shown(), cancellation),
                charts.other(),
                over().flatMap(each -> spectrum(other(), each, cancellation)),
                charts.otherName());
    }

    private TensorReport shown() {
        return pair.one().or(pair::other).orElseThrow();
    }

    private Optional<TensorReport> over() {
        return pair.one().flatMap(_ -> pair.other());
    }

    /// Of the tensor that is shown, or of the one that the second file alone has.
    private FileReport source() {
        return pair.one().isPresent() ? inspected.file() : other();
    }

    private FileReport other() {
        return inspected.other().orElseThrow();
    }

    private static Optional<TensorDetail.Bins> bins(TensorReport report) {
        return report.survey().flatMap(TensorDetail.Bins::of);
    }

    private static TensorDetail detail(
            FileReport read,
            TensorReport report,
            Optional<TensorDetail.Bins> bins,
            Cancellation cancellation) {
        try (WeightFile file = WeightFile.open(read.source())) {
            return TensorDetail.of(FileReading.again(read, report, file), bins, cancellation);
        }
    }

    private static Optional<Spectrum> spectrum(
            FileReport read, TensorReport report, Cancellation cancellation) {
        try (WeightFile file = WeightFile.open(read.source())) {
            return Spectrum.of(FileReading.again(read, report, file), cancellation);
        }
    }
}
