package dev.weightscope.report;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.NamedLaw;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.Numbers;
import java.util.stream.Collectors;

/// What a tensor looks like, as text.
public final class Likeness {
    private static final int DIGITS = 4;

    /// As many laws as a line names; how many more there are is said.
    private static final int NAMED = 3;

    private Likeness() {}

    /// `He normal = He uniform`; `trained (nearest: Xavier normal, distance 0.03)`.
    public static String line(LawMatch match) {
        String nearest = nearest(match);
        return headline(match) + (nearest.isEmpty() ? "" : " (" + nearest + ")");
    }

    /// `He normal = He uniform`; `trained`; `too few numbers to tell`; `not finite`.
    public static String headline(LawMatch match) {
        return switch (match.law()) {
            case LawMatch.UNKNOWN ->
                    match.notFinite() > 0 ? "not finite" : "too few numbers to tell";
            case LawMatch.TRAINED -> "trained";
            default -> {
                int more = match.laws().size() - NAMED;
                yield match.laws().stream()
                                .limit(NAMED)
                                .map(each -> name(each.law()))
                                .collect(Collectors.joining(" = "))
                        + (more > 0 ? " = %d more".formatted(more) : "");
            }
        };
    }

    /// `nearest: Xavier normal, distance 0.03` of what is trained; else nothing.
    public static String nearest(LawMatch match) {
        return match.law().equals(LawMatch.TRAINED)
                ? match.nearest()
                        .map(each ->
                                "nearest: %s, distance %s"
                                        .formatted(
                                                name(each.law()),
                                                Numbers.significant(each.distance(), DIGITS)))
                        .orElse("")
                : "";
    }

    /// All laws that fit, a line each, with what they say.
    public static String all(LawMatch match) {
        return match.laws().isEmpty()
                ? line(match)
                : match.laws().stream()
                        .map(each -> name(each.law()) + ": " + each.law().law().text())
                        .collect(Collectors.joining("\n"));
    }

    /// `LeCun normal by fan-out, gain 5/3`
    public static String name(NamedLaw law) {
        String fan =
                law.fan().filter(each -> each == FanMode.FAN_OUT).isPresent() ? " by fan-out" : "";
        String gain = law.gain() == 1 ? "" : ", gain " + gain(law.gain());
        return law.label() + fan + gain;
    }

    /// As PyTorch's table has it: `5/3`, `√2`, `3/4`; else in digits.
    private static String gain(double gain) {
        if (isSame(gain, Math.sqrt(2))) {
            return "√2";
        }
        for (int below = 3; below <= 4; below++) {
            if (isSame(gain * below, Math.rint(gain * below))) {
                return "%d/%d".formatted(Math.round(gain * below), below);
            }
        }
        return Numbers.significant(gain, DIGITS);
    }

    private static boolean isSame(double one, double other) {
        return Math.abs(one - other) < 1e-9;
    }

    /// The laws' keys with blanks between.
    static String keys(LawMatch match) {
        return match.laws().stream()
                .map(each -> each.law().key())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
