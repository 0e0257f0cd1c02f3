package dev.weightscope.ui.inspect;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorDifference;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.report.TensorPair;
import dev.weightscope.report.TensorReport;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A line of the table.
///
/// @param place in the file's order
record TensorRow(int place, TensorPair pair) {
    /// Of the first file, or where that has none, of the second.
    TensorReport report() {
        return pair.one().or(pair::other).orElseThrow();
    }

    String name() {
        return pair.name();
    }

    /// A number of all its values; NaN where it is not known.
    double survey(ToDoubleFunction<TensorSurvey> number) {
        return survey(Optional.of(report()), number);
    }

    /// The same of the second file's tensor.
    double other(ToDoubleFunction<TensorSurvey> number) {
        return survey(pair.one().isPresent() ? pair.other() : Optional.empty(), number);
    }

    private static double survey(
            Optional<TensorReport> report, ToDoubleFunction<TensorSurvey> number) {
        return report.flatMap(TensorReport::survey).map(number::applyAsDouble).orElse(Double.NaN);
    }

    double expectedStd() {
        return report().match().map(LawMatch::expectedStd).orElse(Double.NaN);
    }

    double ratio() {
        return survey(TensorSurvey::std) / expectedStd();
    }

    /// A number of the difference of the two; NaN where there is none.
    double difference(ToDoubleFunction<TensorDifference> number) {
        return pair.difference().map(number::applyAsDouble).orElse(Double.NaN);
    }

    boolean isTrained() {
        return report().match().filter(each -> each.law().equals(LawMatch.TRAINED)).isPresent();
    }

    /// Whether it adds to units and is no weight of connections: of one dimension.
    boolean isBias() {
        return report().tensor().shape().size() <= 1;
    }
}
