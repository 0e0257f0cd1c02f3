package dev.weightscope.sweep;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.option.SliderScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// What the curve of a setting says, in words.
///
/// @param label of the setting
public record SweepReading(String label, SweepAnswer answer) {
    private static final int DIGITS = 4;

    /// A slope on two logarithmic axes that counts as none: 1000 times the width changes the figure
    /// by a factor of 1.4.
    private static final double FLAT = 0.05;

    /// A curve that goes up and down around its level has more, which are told in one sentence.
    private static final int MOST_CROSSINGS = 2;

    /// Squared deviations that a line of powers leaves unexplained.
    private static final double UNEXPLAINED = 0.05;

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
                        "%s crosses %s %d times, first at %s %s%s, last at %s."
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
        power(row).ifPresent(exponent -> sentences.add(slope(key, exponent)));
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

    private String slope(String key, double slope) {
        return Math.abs(slope) < FLAT
                ? "%s is flat: the same at every %s.".formatted(label, key)
                : "%s goes as %s^%s: not flat."
                        .formatted(label, key, NumberText.significant(slope, 2));
    }

    /// The exponent of a power law in what is swept, by least squares of the logarithms; empty
    /// where one of the axes is not logarithmic, where a value is not positive and finite, or where
    /// no power law holds.
    OptionalDouble exponent(int row) {
        if (answer.settings().over().scale() != SliderScale.LOG
                || answer.settings().measure().scale() != ValueScale.LOG) {
            return OptionalDouble.empty();
        }
        List<double[]> points = new ArrayList<>();
        for (int column = 0; column < answer.plan().columns().size(); column++) {
            OptionalDouble median = answer.median(row, column);
            if (median.isPresent()) {
                if (!(median.getAsDouble() > 0) || Double.isInfinite(median.getAsDouble())) {
                    return OptionalDouble.empty();
                }
                double share = answer.plan().columns().get(column).share();
                points.add(
                        new double[] {
                            Math.log(answer.settings().over().at(share)),
                            Math.log(median.getAsDouble())
                        });
            }
        }
        return points.size() < 3 ? OptionalDouble.empty() : slope(points);
    }

    private OptionalDouble power(int row) {
        return answer.settings().over().option().key().equals("width")
                ? exponent(row)
                : OptionalDouble.empty();
    }

    private static OptionalDouble slope(List<double[]> points) {
        double meanX = points.stream().mapToDouble(each -> each[0]).average().orElseThrow();
        double meanY = points.stream().mapToDouble(each -> each[1]).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (double[] each : points) {
            xx += (each[0] - meanX) * (each[0] - meanX);
            xy += (each[0] - meanX) * (each[1] - meanY);
            yy += (each[1] - meanY) * (each[1] - meanY);
        }
        double slope = xy / xx;
        boolean isFlat = Math.abs(slope) < FLAT;
        double left = yy == 0 ? 0 : 1 - xy * xy / (xx * yy);
        return isFlat || left <= UNEXPLAINED ? OptionalDouble.of(slope) : OptionalDouble.empty();
    }
}
