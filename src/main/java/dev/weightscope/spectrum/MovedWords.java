package dev.weightscope.spectrum;

import dev.weightscope.chart.axis.NumberText;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.List;

/// What training has moved, in sentences.
public final class MovedWords {
    /// Up to this share of all directions an update is called of low rank, from the other on of
    /// nearly full rank.
    private static final double LOW = 0.1;

    private static final double FULL = 0.5;

    private MovedWords() {}

    /// @param moved with at least one layer
    public static List<String> sentences(MovedWeights moved) {
        List<String> sentences = new ArrayList<>();
        String loss = NumberText.significant(moved.loss(), 3);
        sentences.add(
                moved.step() == 0
                        ? "Before the first step the loss is %s.".formatted(loss)
                        : "After step %d of %d the loss is %s."
                                .formatted(moved.step(), moved.steps(), loss));
        if (moved.layers().stream().anyMatch(each -> Double.isNaN(each.moved().largest()))) {
            sentences.add("Weights are not finite any more.");
            return sentences;
        }
        List<MovedLayer> changed = moved.layers().stream().filter(each -> each.rank() > 0).toList();
        if (changed.isEmpty()) {
            sentences.add("No weight has moved.");
            return sentences;
        }
        sentences.add(size(moved.layers(), changed));
        sentences.add(rank(changed));
        return sentences;
    }

    private static String size(List<MovedLayer> all, List<MovedLayer> changed) {
        DoubleSummaryStatistics relative =
                changed.stream()
                        .mapToDouble(MovedLayer::relativeNorm)
                        .filter(Double::isFinite)
                        .summaryStatistics();
        String still =
                changed.size() == all.size()
                        ? ""
                        : " %d of %d layers have not moved."
                                .formatted(all.size() - changed.size(), all.size());
        return relative.getCount() == 0
                ? "All that there is of the weights was learnt: they began as 0." + still
                : "Training has moved the weights of a layer by %s their size.%s"
                        .formatted(times(relative), still);
    }

    private static String times(DoubleSummaryStatistics relative) {
        return relative.getMax() <= 1
                ? range(
                                NumberText.percent(relative.getMin()),
                                NumberText.percent(relative.getMax()))
                        + " of"
                : range(
                                NumberText.significant(relative.getMin(), 2),
                                NumberText.significant(relative.getMax(), 2))
                        + " times";
    }

    private static String rank(List<MovedLayer> changed) {
        IntSummaryStatistics ranks =
                changed.stream().mapToInt(MovedLayer::rank).summaryStatistics();
        DoubleSummaryStatistics shares =
                changed.stream().mapToDouble(MovedWords::share).summaryStatistics();
        int most = changed.stream().mapToInt(MovedLayer::size).max().orElseThrow();
        String name =
                ranks.getMax() == 1
                        ? "rank 1"
                        : shares.getMax() <= LOW
                                ? "low rank"
                                : shares.getMin() >= FULL ? "nearly full rank" : "";
        return "99 %% of the square of that lies in %s of up to %d directions%s."
                .formatted(
                        range(String.valueOf(ranks.getMin()), String.valueOf(ranks.getMax())),
                        most,
                        name.isEmpty() ? "" : ": " + name);
    }

    private static double share(MovedLayer layer) {
        return (double) layer.rank() / layer.size();
    }

    private static String range(String low, String high) {
        return low.equals(high) ? low : low + " to " + high;
    }

    /// `99 % in 3 of 64`.
    static String rank(MovedLayer layer) {
        return layer.rank() == 0
                ? Double.isNaN(layer.moved().largest()) ? "not finite" : "not moved"
                : "99 %% in %d of %d".formatted(layer.rank(), layer.size());
    }
}
