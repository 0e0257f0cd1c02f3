package dev.weightscope.sweep;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.axis.ValueScale;
import dev.weightscope.option.SliderScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whether a figure depends on the width of a network, which is a power law where it does in the
/// limit: the coordinate check of Yang et al. 2022, *Tensor Programs V*.
///
/// @param points in order of their widths
record OverWidth(List<Point> points) {
    private static final int DIGITS = 4;

    /// A slope on two logarithmic axes that counts as none: 1000 times the width changes the figure
    /// by a factor of 1.4.
    private static final double FLAT = 0.05;

    /// Squared deviations that a line of powers leaves unexplained.
    private static final double UNEXPLAINED = 0.05;

    /// Factor within which medians count as alike.
    private static final double ALIKE = 1.1;

    private static final int LEAST_POINTS = 3;

    OverWidth {
        points = List.copyOf(points);
    }

    /// A point of a curve.
    ///
    /// @param value the median of the draws
    /// @param low the lower quartile of the draws
    /// @param high the upper quartile of the draws
    record Point(double width, double value, double low, double high) {
        double logWidth() {
            return Math.log(width);
        }

        double logValue() {
            return Math.log(value);
        }
    }

    /// Empty where another number is swept, and where one of the axes is not logarithmic.
    static Optional<OverWidth> of(SweepAnswer answer, int row) {
        Way over = answer.settings().over();
        if (!over.option().key().equals("width")
                || over.scale() != SliderScale.LOG
                || answer.settings().measure().scale() != ValueScale.LOG) {
            return Optional.empty();
        }
        List<Point> points = new ArrayList<>();
        for (int column = 0; column < answer.plan().columns().size(); column++) {
            OptionalDouble median = answer.median(row, column);
            if (median.isPresent()) {
                points.add(
                        new Point(
                                over.at(answer.plan().columns().get(column).share()),
                                median.getAsDouble(),
                                answer.quantile(row, column, 0.25).orElseThrow(),
                                answer.quantile(row, column, 0.75).orElseThrow()));
            }
        }
        return Optional.of(new OverWidth(points));
    }

    /// Empty for fewer than three points.
    Optional<String> sentence(String label) {
        if (points.size() < LEAST_POINTS) {
            return Optional.empty();
        }
        if (!points.stream().allMatch(each -> ValueScale.LOG.holds(each.value()))) {
            return Optional.of("%s is 0 or not finite at some width: not flat.".formatted(label));
        }
        OptionalDouble slope = slope();
        if (slope.isPresent()) {
            return Optional.of(
                    Math.abs(slope.getAsDouble()) < FLAT
                            ? "%s is flat: the same at every width.".formatted(label)
                            : "%s goes as width^%s: not flat."
                                    .formatted(
                                            label, NumberText.significant(slope.getAsDouble(), 2)));
        }
        int byMedians = flatFrom(false);
        if (points.size() - byMedians >= LEAST_POINTS) {
            return Optional.of(flat(label, byMedians, ""));
        }
        int byDraws = flatFrom(true);
        return Optional.of(
                points.size() - byDraws >= LEAST_POINTS
                        ? flat(label, byDraws, ", as far as its draws tell")
                        : "%s follows no power of the width: not flat.".formatted(label));
    }

    private String flat(String label, int point, String restriction) {
        return "%s is flat from width %s on%s."
                .formatted(
                        label,
                        NumberText.significant(points.get(point).width(), DIGITS),
                        restriction);
    }

    /// The first of the last points that one figure is alike to.
    ///
    /// @param byDraws whether a figure is alike to a point too that lies between its draws'
    ///   quartiles: narrow networks differ more from draw to draw than wide ones, and so do their
    ///   medians
    private int flatFrom(boolean byDraws) {
        double least = 0;
        double most = Double.POSITIVE_INFINITY;
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            double low = point.value() / Math.sqrt(ALIKE);
            double high = point.value() * Math.sqrt(ALIKE);
            if (byDraws) {
                if (!ValueScale.LOG.holds(point.low()) || !ValueScale.LOG.holds(point.high())) {
                    return i + 1;
                }
                low = Math.min(low, point.low());
                high = Math.max(high, point.high());
            }
            least = Math.max(least, low);
            most = Math.min(most, high);
            if (least > most) {
                return i + 1;
            }
        }
        return 0;
    }

    /// The exponent of a power law, by least squares of the logarithms; empty where none holds.
    private OptionalDouble slope() {
        double meanX = points.stream().mapToDouble(Point::logWidth).average().orElseThrow();
        double meanY = points.stream().mapToDouble(Point::logValue).average().orElseThrow();
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (Point each : points) {
            xx += (each.logWidth() - meanX) * (each.logWidth() - meanX);
            xy += (each.logWidth() - meanX) * (each.logValue() - meanY);
            yy += (each.logValue() - meanY) * (each.logValue() - meanY);
        }
        double slope = xy / xx;
        boolean isFlat = Math.abs(slope) < FLAT;
        double left = yy == 0 ? 0 : 1 - xy * xy / (xx * yy);
        return isFlat || left <= UNEXPLAINED ? OptionalDouble.of(slope) : OptionalDouble.empty();
    }
}
