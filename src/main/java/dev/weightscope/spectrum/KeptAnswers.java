package dev.weightscope.spectrum;

import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.jacobian.WeightSpectrum;
import dev.weightscope.lab.Question;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The last answers about Jacobians, so that a training is added to them without computing them
/// anew. Only small ones are kept, some megabytes in all.
final class KeptAnswers {
    /// As many as a window asks for at once.
    private static final int MOST = 9;

    /// Of one answer.
    private static final int MOST_NUMBERS = 1 << 17;

    private final SequencedMap<Question<SpectrumSettings>, SpectrumAnswer> kept =
            new LinkedHashMap<>();

    Optional<SpectrumAnswer> find(Question<SpectrumSettings> question) {
        return Optional.ofNullable(kept.get(question));
    }

    void keep(Question<SpectrumSettings> question, SpectrumAnswer answer) {
        long numbers =
                answer.depths().stream().mapToLong(DepthSpectrum::size).sum()
                        + answer.weights().stream().mapToLong(WeightSpectrum::size).sum();
        if (numbers <= MOST_NUMBERS) {
            if (kept.size() == MOST) {
                kept.pollFirstEntry();
            }
            kept.put(question, answer);
        }
    }
}
