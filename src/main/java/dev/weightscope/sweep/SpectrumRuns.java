package dev.weightscope.sweep;

import dev.weightscope.jacobian.DepthSpectrum;
import dev.weightscope.jacobian.JacobianQuestion;
import dev.weightscope.jacobian.JacobianSpectra;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import java.util.ArrayList;
import java.util.List;

/// Jacobians of the last layer's output at the first input; no weight matrix is decomposed.
final class SpectrumRuns extends SharedRuns<SpectrumRuns.Engine> {
    SpectrumRuns(Kernel kernel, MemoryBudget memory) {
        super(kernel, own -> new Engine(own, memory.open()));
    }

    /// @param memory of what is computed
    record Engine(Kernel kernel, MemoryBudget.Claim memory) {
        DepthSpectrum last(Experiment experiment, Cancellation cancellation) {
            JacobianQuestion asked =
                    new JacobianQuestion(
                            experiment, 0, 1, List.of(experiment.streamLayers().getLast()));
            MemoryNeed need = asked.need(kernel.threads());
            memory.take(need);
            return need.use(() -> {
                Found found = new Found(new ArrayList<>());
                new JacobianSpectra(kernel).compute(asked, cancellation, found);
                return found.spectra().getLast();
            });
        }
    }

    private record Found(List<DepthSpectrum> spectra) implements JacobianSpectra.Listener {
        @Override
        public boolean wantsWeights() {
            return false;
        }

        @Override
        public void depth(DepthSpectrum found) {
            spectra.add(found);
        }
    }

    @Override
    List<Double> run(Engine engine, Group group, Cancellation cancellation) {
        SweepPlan plan = group.sweeping().plan();
        if (!(plan.settings().measure().source() instanceof Measure.Source.Spectrum source)) {
            throw new IllegalArgumentException(
                    plan.settings().measure().key() + " is of no Jacobian");
        }
        return group.runs().stream()
                .map(run ->
                        source.figure()
                                .applyAsDouble(
                                        engine.last(
                                                plan.setup(plan.run(run)).experiment(),
                                                cancellation)))
                .toList();
    }

    @Override
    void release(Engine engine) {
        engine.memory().giveBack();
    }
}
