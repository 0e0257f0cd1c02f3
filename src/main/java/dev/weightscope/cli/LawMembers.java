package dev.weightscope.cli;

import dev.weightscope.inspect.FittingLaw;
import dev.weightscope.inspect.LawMatch;
import dev.weightscope.inspect.NamedLaw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The laws that a tensor looks like, in JSON.
final class LawMembers {
    private LawMembers() {}

    static List<SequencedMap<String, Object>> laws(LawMatch match) {
        return match.laws().stream().map(LawMembers::members).toList();
    }

    /// Where none fits; else null.
    static @Nullable Map<String, Object> nearest(LawMatch match) {
        return match.nearest().map(LawMembers::members).orElse(null);
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
