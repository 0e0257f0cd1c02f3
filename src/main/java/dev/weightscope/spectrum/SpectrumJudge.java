package dev.weightscope.spectrum;

import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.model.Activation;
import dev.weightscope.verdict.SpectrumEntry;
import dev.weightscope.verdict.SpectrumRules;
import dev.weightscope.verdict.SpectrumVerdict;
import java.util.List;

/// What rules say of answers.
public final class SpectrumJudge {
    private SpectrumJudge() {}

    /// @param entries the live setting's first; at least one
    public static SpectrumVerdict judge(List<SpectrumEntry> entries) {
        return SpectrumRules.judge(entries);
    }

    /// What rules look at, at the deepest layer that is there.
    public static SpectrumEntry entry(String label, SpectrumAnswer answer) {
        DepthSpectrum last = answer.last();
        Activation activation = answer.experiment().activation();
        return new SpectrumEntry(
                label,
                last.depth(),
                activation.label(),
                activation.slope(-1) == 0 && activation.slope(1) != 0,
                last.largest(),
                last.quantile(0.9),
                last.median(),
                last.quantile(0.1),
                last.smallest(),
                last.meanSquare(),
                last.zeroShare(),
                last.isFinite());
    }
}
