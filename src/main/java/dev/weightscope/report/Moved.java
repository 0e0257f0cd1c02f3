package dev.weightscope.report;

import dev.weightscope.inspect.TensorDifference;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import java.util.Optional;

/// Which tensor differs most between two files, in a sentence.
public final class Moved {
    private static final int DIGITS = 3;

    private Moved() {}

    /// `fc1.weight moved most: by 1.2 times its length, by 63°`
    public static String sentence(Comparison comparison) {
        if (comparison.pairs().stream().noneMatch(each -> each.difference().isPresent())) {
            return "no tensor has the same name and shape in both";
        }
        Optional<TensorPair> most = comparison.movedMost();
        return most.isEmpty()
                ? "no tensor differs"
                : Quoted.value(most.get().name()) + " moved most: " + how(most.get());
    }

    private static String how(TensorPair pair) {
        TensorDifference difference = pair.difference().orElseThrow();
        if (difference.rms() == 0) {
            return "from 0 to a root mean square of " + text(difference.otherRms());
        }
        String times = "by %s times its length".formatted(text(difference.relative()));
        return Double.isNaN(difference.degrees())
                ? times
                : times + ", by %s°".formatted(text(difference.degrees()));
    }

    private static String text(double number) {
        return Numbers.significant(number, DIGITS);
    }
}
