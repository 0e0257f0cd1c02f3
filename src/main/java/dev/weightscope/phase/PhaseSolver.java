package dev.weightscope.phase;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.Experiment;
import dev.weightscope.theory.CriticalCurve;
import dev.weightscope.theory.CriticalPoint;
import dev.weightscope.theory.MeanField;
import dev.weightscope.theory.PhaseField;
import dev.weightscope.theory.PlanePlace;
import dev.weightscope.theory.VarianceMap;
import java.util.Optional;

/// The point first; then the map, unless it is kept, a few of its points before all.
final class PhaseSolver implements Solver<PhaseSettings, PhaseAnswer> {
    private final PhaseMaps maps;

    PhaseSolver(Kernel kernel, MemoryBudget memory) {
        maps = new PhaseMaps(kernel, memory);
    }

    @Override
    public PhaseAnswer solve(
            Question<PhaseSettings> question,
            Cancellation cancellation,
            ProgressListener<PhaseAnswer> listener) {
        Experiment experiment = question.experiment();
        PhaseSettings settings = question.settings();
        Activation activation = experiment.activation();
        PhaseField field = maps.field(activation);
        CriticalCurve line = maps.line(activation, settings);
        cancellation.throwIfCancelled();
        PhasePoint point = point(experiment, field, cancellation);
        Optional<PhaseCurves> curves =
                point instanceof PhasePoint.At(var limit, var start, var _)
                        ? Optional.of(
                                PhaseCurves.of(
                                        field, limit, start, settings.weights(), cancellation))
                        : Optional.empty();
        if (listener.wantsPartial() && maps.kept(activation, settings).isEmpty()) {
            PhaseGrid coarse = maps.coarse(activation, settings, cancellation);
            listener.partial(new PhaseAnswer(experiment, settings, coarse, line, point, curves));
        }
        PhaseGrid grid = maps.whole(activation, settings, cancellation);
        return new PhaseAnswer(experiment, settings, grid, line, point, curves);
    }

    private static PhasePoint point(
            Experiment experiment, PhaseField field, Cancellation cancellation) {
        return switch (PlanePlace.of(experiment, cancellation::throwIfCancelled)) {
            case PlanePlace.None(var reason) -> new PhasePoint.None(reason);
            case PlanePlace.At(var w, var b, var start) -> {
                if (!experiment.architecture().isPlain() && changesTheory(experiment)) {
                    yield new PhasePoint.Beside(w, b, PhaseNotes.beside(experiment));
                }
                MeanField limit = MeanField.of(new VarianceMap(field.moments(), w, b), start);
                yield new PhasePoint.At(
                        limit, start, CriticalPoint.weightVariance(field.moments(), b));
            }
        };
    }

    /// Skips may lead past no layer.
    private static boolean changesTheory(Experiment experiment) {
        return experiment.hasBranches() || experiment.normalizesPreActivations();
    }

    @Override
    public void rest() {
        maps.rest();
    }
}
