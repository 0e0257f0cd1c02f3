package dev.weightscope.cli;

import dev.weightscope.inspect.FittingLaw;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.NamedLaw;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.Numbers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The laws that a tensor looks like, as text, for people and for programs.
final class LawText {
    private static final int DIGITS = 4;

    /// As many laws as a line names; how many more there are is said.
    private static final int NAMED = 3;

    private LawText() {}

    /// `He normal = He uniform`; `trained (nearest: Xavier normal, distance 0.03)`.
    static String likeness(LawMatch match) {
        return switch (match.law()) {
            case LawMatch.UNKNOWN -> "too few numbers to tell";
            case LawMatch.TRAINED ->
                    "trained"
                            + match.nearest()
                                    .map(each ->
                                            " (nearest: %s, distance %s)"
                                                    .formatted(
                                                            name(each.law()),
                                                            Numbers.significant(
                                                                    each.distance(), DIGITS)))
                                    .orElse("");
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

    private static String name(NamedLaw law) {
        String fan =
                law.fan().filter(each -> each == FanMode.FAN_OUT).isPresent() ? " by fan-out" : "";
        String gain = law.gain() == 1 ? "" : ", gain " + Numbers.significant(law.gain(), DIGITS);
        return law.label() + fan + gain;
    }

    /// The laws' keys with blanks between.
    static String keys(LawMatch match) {
        return match.laws().stream()
                .map(each -> each.law().key())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    static List<SequencedMap<String, Object>> laws(LawMatch match) {
        return match.laws().stream().map(LawText::members).toList();
    }

    /// Where none fits; else null.
    static @Nullable Map<String, Object> nearest(LawMatch match) {
        return match.nearest().map(LawText::members).orElse(null);
    }

    private static SequencedMap<String, Object> members(FittingLaw fitting) {
        NamedLaw law = fitting.law();
        SequencedMap<String, Object> members = new LinkedHashMap<>();
        members.put("key", law.key());
        members.put("label", law.label());
        members.put("gain", law.gain());
        law.fan().ifPresent(fan -> members.put("fan", fan.key()));
        members.put("std", fitting.std());
        members.put("distance", fitting.distance());
        members.put("pValue", fitting.pValue());
        return members;
    }
}
