package dev.weightscope.sweep;

import dev.weightscope.lab.CoarseFirst;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The runs of a sweep in the order in which they are computed: coarse first, then the gaps
/// ([CoarseFirst]).
///
/// Runs of one network that differ in the depth alone stand together, since what their layers have
/// in common is computed once.
final class RunGroups {
    private final SweepPlan plan;

    RunGroups(SweepPlan plan) {
        this.plan = plan;
    }

    /// @return the coarse ones, then the others; each a list of groups, and each group of runs that
    ///   are computed at once
    List<List<List<Integer>>> levels() {
        List<List<List<Integer>>> levels = new ArrayList<>();
        for (boolean isCoarse : new boolean[] {true, false}) {
            Map<Object, List<Integer>> groups = new LinkedHashMap<>();
            // Draw by draw, so that a network's weights are still kept for its other points.
            for (int draw = 0; draw < plan.draws(); draw++) {
                for (int point = 0; point < plan.setups().size(); point++) {
                    int number = point * plan.draws() + draw;
                    if (number >= plan.first()
                            && number < plan.end()
                            && isCoarse(plan.run(number)) == isCoarse) {
                        groups.computeIfAbsent(key(number), _ -> new ArrayList<>()).add(number);
                    }
                }
            }
            levels.add(List.copyOf(groups.values()));
        }
        return levels;
    }

    private boolean isCoarse(SweepPlan.Run run) {
        return CoarseFirst.isCoarse(run.row(), plan.rows().size())
                && CoarseFirst.isCoarse(run.column(), plan.columns().size());
    }

    /// Equal for the runs of a group.
    private Object key(int number) {
        SweepPlan.Run run = plan.run(number);
        if (isDepth(plan.settings().over())) {
            return List.of("column", run.row(), run.draw());
        }
        return plan.settings().and().filter(RunGroups::isDepth).isPresent()
                ? List.of("row", run.column(), run.draw())
                : number;
    }

    private static boolean isDepth(Way way) {
        return way.option().key().equals("depth");
    }
}
