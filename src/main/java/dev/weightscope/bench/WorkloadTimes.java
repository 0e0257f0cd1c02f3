package dev.weightscope.bench;

import java.util.List;

/// What a benchmark of one workload gives, in seconds.
///
/// @param draw all draws anew
/// @param cold all draws anew and the run on them
/// @param warm the run on kept draws, at another gain each time
/// @param first the first run after the process has started, draws included
/// @param values the last std that each cold run found: proves that the work was done
public record WorkloadTimes(
        Timing draw, Timing cold, Timing warm, double first, List<Double> values) {
    public WorkloadTimes {
        values = List.copyOf(values);
    }
}
