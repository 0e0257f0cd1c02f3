package dev.weightscope.sweep;

import dev.weightscope.chart.axis.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the curve of a setting says, in words.
///
/// @param label of the setting
public record SweepReading(String label, SweepAnswer answer) {
    private static final int DIGITS = 4;

    /// A curve that goes up and down around its level has more, which are told in one sentence.
    private static final int MOST_CROSSINGS = 2;

    /// A sentence for each thing that there is to say.
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!answer.hasCurve()) {
            return sentences;
        }
        int row = answer.plan().liveRow();
        List<Crossing> crossings = Crossing.of(answer, row);
        SweepSettings settings = answer.settings();
        String key = settings.over().option().label().toLowerCase(Locale.ROOT);
        if (settings.measure().level().isPresent()) {
            String level = NumberText.significant(settings.measure().level().getAsDouble(), DIGITS);
            if (crossings.isEmpty()) {
                sentences.add(stays(level, row));
            }
            if (crossings.size() > MOST_CROSSINGS) {
                sentences.add(
                        "%s crosses %s at %d places, first at %s %s%s, last at %s."
                                .formatted(
                                        label,
                                        level,
                                        crossings.size(),
                                        key,
                                        about(),
                                        place(crossings.getFirst()),
                                        place(crossings.getLast())));
            } else {
                crossings.forEach(each ->
                        sentences.add(
                                "%s crosses %s at %s %s%s%s."
                                        .formatted(
                                                label,
                                                level,
                                                key,
                                                about(),
                                                place(each),
                                                each.isRising() ? ", rising" : ", falling")));
            }
        }
        OverWidth.of(answer, row).flatMap(each -> each.sentence(label)).ifPresent(sentences::add);
        return sentences;
    }

    private static String place(Crossing crossing) {
        return NumberText.significant(crossing.value(), DIGITS);
    }

    /// Coarse numbers say so.
    private String about() {
        return answer.isComplete() ? "" : "≈ ";
    }

    private String stays(String level, int row) {
        double value = Double.NaN;
        for (int column = 0; column < answer.plan().columns().size(); column++) {
            value = answer.median(row, column).orElse(value);
        }
        String where =
                value > answer.settings().measure().level().orElseThrow()
                        ? "above"
                        : value < answer.settings().measure().level().orElseThrow()
                                ? "below"
                                : "away from";
        return "%s stays %s %s on this way%s."
                .formatted(label, where, level, answer.isComplete() ? "" : " so far");
    }
}
