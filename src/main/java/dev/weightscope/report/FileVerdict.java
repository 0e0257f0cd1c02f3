package dev.weightscope.report;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.TensorSurvey;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a file comes to, in a word and in sentences.
public record FileVerdict(Outcome outcome, String text) {
    /// As many tensors as a sentence names.
    private static final int NAMED = 3;

    /// What its weights are, taken together.
    public enum Outcome implements Keyed {
        NOT_FINITE("not-finite", "Not finite"),
        UNTOUCHED("untouched", "Untouched"),
        TRAINED("trained", "Trained"),
        MIXED("mixed", "Mixed"),
        UNKNOWN("unknown", "Cannot tell");

        private final String key;
        private final String label;

        Outcome(String key, String label) {
            this.key = key;
            this.label = label;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// @param reports of tensors that have been read; biases count where there is nothing else
    public static FileVerdict of(List<TensorReport> reports) {
        List<TensorReport> notFinite =
                reports.stream().filter(each -> survey(each, s -> s.finite() < s.count())).toList();
        List<TensorReport> weights =
                reports.stream().filter(each -> each.tensor().shape().size() > 1).toList();
        List<TensorReport> counted = weights.isEmpty() ? reports : weights;
        List<TensorReport> trained = counted.stream().filter(FileVerdict::isTrained).toList();
        List<TensorReport> untouched = counted.stream().filter(FileVerdict::isUntouched).toList();
        String noun = weights.isEmpty() ? "tensor" : "weight";
        List<String> sentences = new ArrayList<>();
        if (!notFinite.isEmpty()) {
            sentences.add("Values that are infinite or NaN: " + names(notFinite) + ".");
        }
        if (!untouched.isEmpty()) {
            sentences.add(untouched(untouched, counted.size(), noun));
        }
        if (!trained.isEmpty()) {
            sentences.add(
                    "%s %s no law: trained."
                            .formatted(names(trained), trained.size() == 1 ? "fits" : "fit"));
        }
        if (trained.isEmpty() && untouched.isEmpty() && notFinite.isEmpty()) {
            sentences.add("No " + noun + " has enough numbers to tell a law by.");
        }
        Outcome outcome =
                !notFinite.isEmpty()
                        ? Outcome.NOT_FINITE
                        : untouched.isEmpty()
                                ? trained.isEmpty() ? Outcome.UNKNOWN : Outcome.TRAINED
                                : trained.isEmpty() ? Outcome.UNTOUCHED : Outcome.MIXED;
        return new FileVerdict(outcome, String.join(" ", sentences));
    }

    private static String untouched(List<TensorReport> untouched, int all, String noun) {
        String laws =
                untouched.stream()
                        .flatMap(each -> each.match().stream())
                        .map(each -> Likeness.name(each.laws().getFirst().law()))
                        .distinct()
                        .limit(NAMED)
                        .collect(Collectors.joining(", "));
        return "%d of %s %s untouched: %s."
                .formatted(
                        untouched.size(),
                        Amounts.counted(all, noun),
                        untouched.size() == 1 ? "looks" : "look",
                        laws);
    }

    private static boolean survey(TensorReport report, Predicate<TensorSurvey> test) {
        return report.survey().filter(test).isPresent();
    }

    private static boolean isTrained(TensorReport report) {
        return report.match().filter(each -> each.law().equals(LawMatch.TRAINED)).isPresent();
    }

    private static boolean isUntouched(TensorReport report) {
        Optional<LawMatch> match = report.match();
        return match.isPresent()
                && !match.get().laws().isEmpty()
                && !match.get().law().equals(LawMatch.UNKNOWN);
    }

    private static String names(List<TensorReport> reports) {
        int more = reports.size() - NAMED;
        return reports.stream()
                        .limit(NAMED)
                        .map(each -> Quoted.value(each.tensor().name()))
                        .collect(Collectors.joining(", "))
                + (more > 0 ? " and %d more".formatted(more) : "");
    }
}
