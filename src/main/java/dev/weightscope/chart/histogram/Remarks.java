package dev.weightscope.chart.histogram;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.model.TensorStatistics;
import java.util.ArrayList;
import java.util.List;

/// What a histogram's bars do not show of a tensor.
final class Remarks {
    private Remarks() {}

    static List<String> of(TensorStatistics statistics) {
        return switch (Content.of(statistics)) {
            case ALL_ZERO -> List.of("all zero");
            case NOT_FINITE -> List.of(allNotFinite(statistics));
            case VALUES -> notFinite(statistics);
        };
    }

    /// `∞ 12 %`, `NaN 3 %`; nothing where all values are finite.
    static List<String> notFinite(TensorStatistics statistics) {
        List<String> remarks = new ArrayList<>();
        add(remarks, "∞ ", statistics.infiniteCount(), statistics.count());
        add(remarks, "NaN ", statistics.nanCount(), statistics.count());
        return remarks;
    }

    private static void add(List<String> remarks, String name, long count, long total) {
        if (count > 0) {
            remarks.add(name + NumberText.percent((double) count / total));
        }
    }

    /// For a tensor without a finite value.
    static String allNotFinite(TensorStatistics statistics) {
        if (statistics.nanCount() == 0) {
            return "all values ±∞";
        }
        return statistics.infiniteCount() == 0 ? "all values NaN" : "all values ∞ or NaN";
    }
}
