package dev.weightscope.phase;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Alone;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Activation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.theory.CriticalCurve;
import dev.weightscope.theory.CriticalPoint;
import dev.weightscope.theory.MeanField;
import dev.weightscope.theory.PhaseField;
import dev.weightscope.theory.PlanePlace;
import dev.weightscope.theory.VarianceMap;
import java.util.List;
import java.util.Optional;

/// The point first; then the map, unless it is kept, a few of its points before all; and at last
/// the networks that are trained all over it. Those are of the first question alone: whoever
/// compares settings looks at one map, and the others are points of it.
final class PhaseSolver implements Solver<PhaseSettings, PhaseAnswer> {
    private final PhaseMaps maps;
    private final Trainings trainings;

    PhaseSolver(Kernel kernel, MemoryBudget memory) {
        maps = new PhaseMaps(kernel, memory);
        trainings = new Trainings(kernel, memory);
    }

    @Override
    public PhaseAnswer solve(
            Question<PhaseSettings> question,
            Cancellation cancellation,
            ProgressListener<PhaseAnswer> listener) {
        return Alone.solve(this, question, cancellation, listener);
    }

    @Override
    public void solveAll(
            List<Question<PhaseSettings>> questions,
            Cancellation cancellation,
            Asker<Question<PhaseSettings>, PhaseAnswer> asker) {
        Question<PhaseSettings> first = questions.getFirst();
        boolean isMeasured = first.settings().trainability().isMeasured();
        Optional<Mapped> measured =
                isMeasured ? mapFirst(first, cancellation, asker) : Optional.empty();
        for (Question<PhaseSettings> question :
                isMeasured ? questions.subList(1, questions.size()) : questions) {
            ProgressListener<PhaseAnswer> listener = asker.begun(question);
            asker.take(question, () -> map(question, Optional.empty(), cancellation, listener));
        }
        if (measured.isPresent() && asker.steps() == Asker.ALL_STEPS) {
            asker.take(first, () -> measure(first, measured.get(), cancellation));
        }
    }

    /// A map all over which networks are to be trained, with whoever waits for them.
    private record Mapped(PhaseAnswer answer, ProgressListener<PhaseAnswer> listener) {}

    /// Empty where there is no map.
    private Optional<Mapped> mapFirst(
            Question<PhaseSettings> question,
            Cancellation cancellation,
            Asker<Question<PhaseSettings>, PhaseAnswer> asker) {
        ProgressListener<PhaseAnswer> listener = asker.begun(question);
        try {
            Optional<Measured> known = trainings.known(question);
            PhaseAnswer answer = map(question, known, cancellation, listener);
            listener.partial(answer);
            return Optional.of(new Mapped(answer, listener));
        } catch (Refusal refusal) {
            asker.take(
                    question,
                    () -> {
                        throw refusal;
                    });
            return Optional.empty();
        }
    }

    private PhaseAnswer measure(
            Question<PhaseSettings> question, Mapped mapped, Cancellation cancellation) {
        PhaseAnswer answer = mapped.answer;
        return answer.with(
                Optional.of(
                        trainings.measure(
                                question,
                                plan -> reach(answer, plan, cancellation),
                                part -> mapped.listener.partial(answer.with(Optional.of(part))),
                                mapped.listener::step,
                                cancellation)));
    }

    /// The depths that train all over a map.
    private double[] reach(PhaseAnswer answer, TrainabilityPlan plan, Cancellation cancellation) {
        PhaseField field = maps.field(answer.experiment().activation());
        double[] reach = new double[plan.places().count()];
        for (int place = 0; place < reach.length; place++) {
            cancellation.throwIfCancelled();
            double w = plan.places().weightVariance(place);
            double b = plan.places().biasVariance(place);
            reach[place] =
                    answer.point() instanceof PhasePoint.At
                            ? PhaseQuantity.TRAINABLE * field.correlationScale(w, b, field.at(w, b))
                            : Double.NaN;
        }
        return reach;
    }

    private PhaseAnswer map(
            Question<PhaseSettings> question,
            Optional<Measured> measured,
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
            listener.partial(
                    new PhaseAnswer(experiment, settings, coarse, line, point, curves, measured));
        }
        PhaseGrid grid = maps.whole(activation, settings, cancellation);
        return new PhaseAnswer(experiment, settings, grid, line, point, curves, measured);
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
        trainings.rest();
    }
}
