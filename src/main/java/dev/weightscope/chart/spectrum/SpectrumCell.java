package dev.weightscope.chart.spectrum;

import dev.weightscope.chart.axis.NumberText;
import java.util.ArrayList;
import java.util.List;

/// The singular values of a setting at a depth.
///
/// @param depth a layer, from 1 on
/// @param logarithms of the values that differ from 0, to the base 10; descending
/// @param zeros how many values are exactly 0
/// @param condition the largest over the smallest value; infinite where one is 0
/// @param isRounded whether the condition number is only that of rounding
public record SpectrumCell(
        int depth, List<Double> logarithms, long zeros, double condition, boolean isRounded) {
    private static final int DIGITS = 3;

    public SpectrumCell {
        logarithms = List.copyOf(logarithms);
    }

    /// How many values there are.
    long total() {
        return logarithms.size() + zeros;
    }

    /// Whether they are numbers.
    boolean isFinite() {
        return logarithms.isEmpty() || !logarithms.getFirst().isNaN();
    }

    /// `50 % zero`, or `κ 8.68`, or `κ > 1e14` where it may be any larger.
    public String remark() {
        if (!isFinite()) {
            return "not finite";
        }
        if (zeros > 0) {
            return NumberText.percent(zeroShare()) + " zero";
        }
        if (isRounded) {
            return "κ > " + NumberText.shortest(Math.pow(10, Math.floor(Math.log10(condition))), 1);
        }
        String plain = NumberText.significant(condition, DIGITS);
        return "κ " + (plain.contains("e") ? NumberText.shortest(condition, 2) : plain);
    }

    double zeroShare() {
        return total() == 0 ? 0 : (double) zeros / total();
    }

    /// What there is to say of it.
    List<String> lines(String label) {
        List<String> lines = new ArrayList<>();
        lines.add(label + " · depth " + depth);
        if (!isFinite()) {
            lines.add("not finite");
            return lines;
        }
        if (!logarithms.isEmpty()) {
            lines.add(
                    "σ %s … %s"
                            .formatted(
                                    LogAxis.number(logarithms.getLast()),
                                    LogAxis.number(logarithms.getFirst())));
        }
        lines.add(zeros == 0 ? remark() : "%d of %d exactly 0".formatted(zeros, total()));
        return lines;
    }
}
