package dev.weightscope.phase;

import dev.weightscope.chart.plane.MapLine;
import dev.weightscope.theory.CriticalCurve;
import java.util.ArrayList;
import java.util.List;

/// Where χ₁ is 1, as it is drawn: whole where signals settle, dashed elsewhere.
final class CriticalLines {
    private static final String NAME = "critical, χ₁ = 1";

    private CriticalLines() {}

    static List<MapLine> of(PhaseAnswer answer) {
        CriticalCurve line = answer.line();
        return switch (line.kind()) {
            case LINE, HALF_STABLE -> pieces(line.points());
            case POINT -> {
                double w = line.points().getFirst().weightVariance();
                yield List.of(
                        new MapLine(
                                "",
                                List.of(
                                        new MapLine.Point(w, answer.settings().biases().low()),
                                        new MapLine.Point(w, answer.settings().biases().high())),
                                MapLine.Kind.DASHED));
            }
            case NONE -> List.of();
        };
    }

    /// A piece for each run of points that settle, or do not; it begins where the one before ends.
    /// One point alone, as the limit of small signals, is no piece.
    private static List<MapLine> pieces(List<CriticalCurve.Point> points) {
        List<MapLine> pieces = new ArrayList<>();
        for (int from = 0; from < points.size(); ) {
            boolean isStable = points.get(from).isStable();
            int to = from + 1;
            while (to < points.size() && points.get(to).isStable() == isStable) {
                to++;
            }
            if (to - from > 1) {
                List<MapLine.Point> piece =
                        points.subList(Math.max(0, from - 1), to).stream()
                                .map(each ->
                                        new MapLine.Point(
                                                each.weightVariance(), each.biasVariance()))
                                .toList();
                pieces.add(
                        isStable
                                ? new MapLine(NAME, piece, MapLine.Kind.SOLID)
                                : new MapLine("", piece, MapLine.Kind.DASHED));
            }
            from = to;
        }
        return pieces;
    }
}
