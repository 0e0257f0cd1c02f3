package dev.weightscope.sweep;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.option.SliderScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /// Factor within which medians count as alike.
    private static final double ALIKE = 1.1;

    private static final int LEAST_POINTS = 3;

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
        overWidth(row).ifPresent(sentences::add);
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

    /// Whether a figure depends on the width, which is a power law where it does in the limit;
    /// empty where another number is swept, where one of the axes is not logarithmic, and of fewer
    /// than three points.
    private Optional<String> overWidth(int row) {
        Way over = answer.settings().over();
        if (!over.option().key().equals("width")
                || over.scale() != SliderScale.LOG
                || answer.settings().measure().scale() != ValueScale.LOG) {
            return Optional.empty();
        }
        List<Point> points = points(row);
        if (points.size() < LEAST_POINTS) {
            return Optional.empty();
        }
        if (!points.stream().allMatch(each -> ValueScale.LOG.holds(each.value()))) {
            return Optional.of("%s is 0 or not finite at some width: not flat.".formatted(label));
        }
        OptionalDouble slope = slope(points);
        if (slope.isPresent()) {
            return Optional.of(
                    Math.abs(slope.getAsDouble()) < FLAT
                            ? "%s is flat: the same at every width.".formatted(label)
                            : "%s goes as width^%s: not flat."
                                    .formatted(
                                            label, NumberText.significant(slope.getAsDouble(), 2)));
        }
        int flat = flatFrom(points);
        return Optional.of(
                points.size() - flat >= LEAST_POINTS
                        ? "%s is flat from width %s on%s."
                                .formatted(
                                        label,
                                        NumberText.significant(points.get(flat).swept(), DIGITS),
                                        answer.plan().draws() > 1 ? ", within its draws" : "")
                        : "%s follows no power of the width: not flat.".formatted(label));
    }

    /// A point of a curve.
    ///
    /// @param low the least of the draws
    /// @param high the greatest
    private record Point(double swept, double value, double low, double high) {
        /// What a figure that is the same at every width may be, as far as this point knows.
        double leastAlike() {
            return Math.min(low, value / Math.sqrt(ALIKE));
        }

        double mostAlike() {
            return Math.max(high, value * Math.sqrt(ALIKE));
        }

        double logSwept() {
            return Math.log(swept);
        }

        double logValue() {
            return Math.log(value);
        }
    }

    private List<Point> points(int row) {
        List<Point> points = new ArrayList<>();
        for (int column = 0; column < answer.plan().columns().size(); column++) {
            OptionalDouble median = answer.median(row, column);
            if (median.isPresent()) {
                double share = answer.plan().columns().get(column).share();
                points.add(
                        new Point(
                                answer.settings().over().at(share),
                                median.getAsDouble(),
                                answer.quantile(row, column, 0).orElseThrow(),
                                answer.quantile(row, column, 1).orElseThrow()));
            }
        }
        return points;
    }

    /// The first of the last points that one figure is alike to: narrow networks differ more from
    /// draw to draw than wide ones, and so do their medians.
    private static int flatFrom(List<Point> points) {
        double least = 0;
        double most = Double.POSITIVE_INFINITY;
        for (int i = points.size() - 1; i >= 0; i--) {
            least = Math.max(least, points.get(i).leastAlike());
            most = Math.min(most, points.get(i).mostAlike());
            if (least > most) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The exponent of a power law, by least squares of the logarithms; empty where none holds.
    private static OptionalDouble slope(List<Point> points) {
        double meanX = points.stream().mapToDouble(Point::logSwept).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::logValue).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point each : points) {
            xx += (each.logSwept() - meanX) * (each.logSwept() - meanX);
            xy += (each.logSwept() - meanX) * (each.logValue() - meanY);
            yy += (each.logValue() - meanY) * (each.logValue() - meanY);
        }
        double slope = xy / xx;
        boolean isFlat = Math.abs(slope) < FLAT;
        double left = yy == 0 ? 0 : 1 - xy * xy / (xx * yy);
        return isFlat || left <= UNEXPLAINED ? OptionalDouble.of(slope) : OptionalDouble.empty();
    }
}
