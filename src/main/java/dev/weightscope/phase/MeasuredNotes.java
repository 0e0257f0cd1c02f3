package dev.weightscope.phase;

import dev.weightscope.chart.axis.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What networks have learnt all over a map, in words.
public final class MeasuredNotes {
    /// From here on a network counts as one that learns: half of the way from chance to all right.
    static final double LEARNS = 0.5;

    private static final int DIGITS = 3;

    private MeasuredNotes() {}

    /// What the discs of the map are: `measured: digits, 30 layers of 64, 200 steps of SGD; full =
    /// 100 %, empty = chance`.
    static String legend(Measured measured) {
        return "measured%s: %s; full = 100\u00a0%%, empty = chance"
                .formatted(
                        measured.isComplete()
                                ? ""
                                : " (%d of %d)".formatted(measured.done(), measured.runs().size()),
                        measured.caption());
    }

    /// What is told of a place.
    ///
    /// @param depth of the network
    static List<String> lines(Measured measured, int place, int depth) {
        List<String> lines = new ArrayList<>();
        List<MeasuredRun> ended = measured.ended(place);
        if (ended.isEmpty()) {
            return List.of("measured: not yet");
        }
        double accuracy = measured.accuracy(place);
        lines.add(
                Double.isNaN(accuracy)
                        ? "measured: the loss is no number after step "
                                + ended.stream()
                                        .flatMapToInt(run -> run.diverged().stream())
                                        .min()
                                        .orElse(0)
                        : "measured: %s right".formatted(NumberText.percent(accuracy)));
        double reach = measured.reach()[place];
        if (!Double.isNaN(reach)) {
            lines.add("6 ξ: %s layers, of %d".formatted(reach(reach), depth));
        }
        return lines;
    }

    private static String reach(double layers) {
        return Double.isInfinite(layers) ? "∞" : NumberText.significant(layers, DIGITS);
    }

    /// How far what is measured is as theory says; empty where nothing is there yet.
    ///
    /// @param depth of the network
    public static List<String> sentences(Measured measured, int depth) {
        List<Integer> known = measured.known().stream().boxed().toList();
        if (known.isEmpty()) {
            return List.of();
        }
        if (IntStream.range(0, measured.places().count())
                .allMatch(place -> Double.isNaN(measured.reach()[place]))) {
            return List.of(
                    "Measured: networks learn at %s places.".formatted(share(measured, known)));
        }
        List<Integer> within =
                known.stream().filter(place -> measured.reach()[place] >= depth).toList();
        List<Integer> beyond = known.stream().filter(place -> !within.contains(place)).toList();
        String where = "Measured: of the places where 6 ξ %s all %d layers %s learn";
        if (within.isEmpty()) {
            return List.of(
                    where.formatted("does not reach through", depth, share(measured, beyond))
                            + ".");
        }
        return List.of(
                where.formatted("reaches through", depth, share(measured, within))
                        + (beyond.isEmpty()
                                ? "."
                                : ", of the others %s.".formatted(share(measured, beyond))));
    }

    private static String share(Measured measured, List<Integer> places) {
        long learning = places.stream().filter(place -> measured.learnt(place) >= LEARNS).count();
        return "%d of %d".formatted(learning, places.size());
    }
}
