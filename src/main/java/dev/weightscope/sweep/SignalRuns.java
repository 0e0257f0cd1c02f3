package dev.weightscope.sweep;

import dev.weightscope.engine.MomentsEngine;
import dev.weightscope.engine.SignalMoments;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import java.util.ArrayList;
import java.util.List;

/// Runs of a signal.
final class SignalRuns extends SharedRuns<MomentsEngine> {
    SignalRuns(Kernel kernel, MemoryBudget memory) {
        super(kernel, own -> new MomentsEngine(own, memory));
    }

    @Override
    List<Double> run(MomentsEngine engine, Group group, Cancellation cancellation) {
        SweepPlan plan = group.sweeping().plan();
        if (!(plan.settings().measure().source() instanceof Measure.Source.Signal source)) {
            throw new IllegalArgumentException(
                    plan.settings().measure().key() + " is of no signal");
        }
        List<Experiment> experiments =
                group.runs().stream().map(run -> plan.setup(plan.run(run)).experiment()).toList();
        List<SignalMoments> found =
                experiments.size() == 1
                        ? List.of(
                                engine.run(experiments.getFirst(), source.moments(), cancellation))
                        : engine.runDepths(experiments, source.moments(), cancellation);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            values.add(source.figure().of(experiments.get(i), found.get(i)));
        }
        return values;
    }

    @Override
    void release(MomentsEngine engine) {
        engine.release();
    }
}
