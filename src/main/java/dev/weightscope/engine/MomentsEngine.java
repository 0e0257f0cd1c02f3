package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Moments;
import dev.weightscope.kernel.Survey;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.ActivationFunction.Saturation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Refusal;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.LayerSequential;
import dev.weightscope.network.PassQuestion;
import dev.weightscope.network.Tape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Computes how large the signal and its gradient are by depth, of experiments that differ in their
/// seeds, say, so that nothing of one is worth keeping for the next. The numbers are those of an
/// [Engine], bit for bit; but no weight is surveyed, no value counted into a histogram and no
/// gradient by weights computed.
///
/// Not for use by several threads at once.
public final class MomentsEngine {
    private final Kernel kernel;
    private final ForwardPass pass;
    private final Batch batch = new Batch();
    private final Tape tape = new Tape();
    private final MemoryBudget.Claim memory;

    /// @param kernel not closed by the engine
    /// @param memory an experiment that needs more is refused; draws are kept in what may be kept,
    ///   for the way back
    public MomentsEngine(Kernel kernel, MemoryBudget memory) {
        this.kernel = kernel;
        this.pass = new ForwardPass(kernel);
        this.memory = memory.open();
    }

    /// Runs an experiment there, or there and back, and computes the moments of all layers.
    ///
    /// @param cancellation asked between layers, and inside of them at most some milliseconds of
    ///   work apart
    /// @throws CancelledException if it is no longer wanted; the engine is ready for the next run
    /// @throws Refusal as [Engine#run(Experiment, Cancellation)]
    public SignalMoments run(Experiment experiment, Passes passes, Cancellation cancellation) {
        return run(experiment, AskedMoments.all(passes), cancellation);
    }

    /// As above, of some layers.
    public SignalMoments run(
            Experiment experiment, AskedMoments moments, Cancellation cancellation) {
        return run(experiment, moments, List.of(experiment.depth()), cancellation).getFirst();
    }

    /// @param depths of how many first layers, at least one; more than one only where all of the
    ///   tape can be kept, or there is no way back
    private List<SignalMoments> run(
            Experiment experiment,
            AskedMoments moments,
            List<Integer> depths,
            Cancellation cancellation) {
        SurveyQuestion question = SurveyQuestion.of(experiment, moments.passes());
        MemoryNeed need = MemoryEstimate.ofMoments(question.pass());
        memory.take(need);
        try {
            TapePlan plan = prepare(question, need.bytes(), cancellation);
            if (depths.size() > 1 && question.goesBack() && !plan.isWhole()) {
                return depths.stream()
                        .map(depth -> run(experiment.withDepth(depth), moments, cancellation))
                        .toList();
            }
            return run(question, moments, plan, depths, cancellation);
        } catch (OutOfMemoryError noRoom) {
            release();
            throw need.noRoom(noRoom, "fewer threads");
        }
    }

    /// What [#run] takes beside the tape.
    ///
    /// @throws Refusal if an array would be longer than any can be
    public static MemoryNeed need(Experiment experiment) {
        return MemoryEstimate.ofMoments(SurveyQuestion.of(experiment, Passes.FORWARD).pass());
    }

    /// Runs experiments that differ in their depths, there or there and back; each layer that the
    /// deepest has in common with another is computed once. The numbers are those of [#run] with
    /// the same moments.
    ///
    /// @param experiments at least one
    /// @return of each, in their order
    /// @throws CancelledException as [#run]
    /// @throws Refusal as [#run]
    public List<SignalMoments> runDepths(
            List<Experiment> experiments, AskedMoments moments, Cancellation cancellation) {
        Passes passes = moments.passes();
        Experiment deepest =
                experiments.stream().max(Comparator.comparingInt(Experiment::depth)).orElseThrow();
        PassQuestion whole = SurveyQuestion.of(deepest, passes).pass();
        boolean areFirstLayers =
                experiments.stream()
                        .map(each -> SurveyQuestion.of(each, passes).pass())
                        .allMatch(each ->
                                each.input().equals(whole.input())
                                        && whole.layers()
                                                .subList(0, each.depth())
                                                .equals(each.layers()));
        if (!areFirstLayers) {
            return experiments.stream().map(each -> run(each, moments, cancellation)).toList();
        }
        List<Integer> depths = experiments.stream().map(Experiment::depth).toList();
        return run(deepest, moments, depths, cancellation);
    }

    private TapePlan prepare(SurveyQuestion question, long bytes, Cancellation cancellation) {
        long bytesOfTape = MemoryEstimate.tape(question, memory.available() - bytes);
        PassQuestion asked = question.pass();
        tape.forget(1, LayerWidths.MAX_DEPTH);
        if (pass.bytesBeyond(asked) + batch.bytesBeyond(asked) > 0 || tape.bytes() > bytesOfTape) {
            releaseArrays();
        }
        pass.prepare(asked, memory.keepBeside(bytes + bytesOfTape), cancellation);
        return question.goesBack()
                ? TapePlan.of(asked, bytesOfTape)
                : TapePlan.whole(question.depth());
    }

    private List<SignalMoments> run(
            SurveyQuestion question,
            AskedMoments moments,
            TapePlan plan,
            List<Integer> depths,
            Cancellation cancellation) {
        PassQuestion asked = question.pass();
        pass.begin(asked.input(), asked.largestSignal(), batch, cancellation);
        Moments input =
                kernel.moments(
                        batch.signal().values(),
                        batch.signal().rows(),
                        batch.signal().columns(),
                        Saturation.UNBOUNDED,
                        cancellation);
        List<LayerQuestion> fitted = new ArrayList<>();
        List<Moments> activations = new ArrayList<>();
        for (int layer = 1; layer <= question.depth(); layer++) {
            cancellation.throwIfCancelled();
            LayerSequential.Fitted fit = pass.fit(asked.layer(layer), batch, cancellation);
            fitted.add(fit.question());
            Tape recorded = question.goesBack() && plan.tapes(layer) ? tape : null;
            int at = layer;
            if (depths.stream().anyMatch(depth -> moments.activations().includes(at, depth))) {
                activations.add(pass.surveyOutput(fit.question(), batch, recorded, cancellation));
            } else {
                pass.passThrough(fit.question(), batch, recorded, cancellation);
                activations.add(Survey.NONE.moments());
            }
            if (question.goesBack() && plan.keepsOutput(fit.question())) {
                pass.keepOutput(layer, batch, tape, cancellation);
            }
        }
        List<SignalMoments> found = new ArrayList<>();
        for (int depth : depths) {
            PassQuestion there = asked.withLayers(fitted.subList(0, depth));
            found.add(
                    new SignalMoments(
                            input,
                            activations.subList(0, depth),
                            question.goesBack()
                                    ? gradients(
                                            there,
                                            moments.gradients(),
                                            depth == question.depth()
                                                    ? plan
                                                    : TapePlan.whole(depth),
                                            cancellation)
                                    : List.of()));
        }
        return found;
    }

    private List<Moments> gradients(
            PassQuestion there, AskedMoments.Of asked, TapePlan plan, Cancellation cancellation) {
        PreActivationGradients gradients =
                new PreActivationGradients(
                        layer -> asked.includes(layer, there.depth()), cancellation);
        new WayBack(pass, there, plan, tape, batch, gradients, _ -> {}).run();
        return gradients.inOrder();
    }

    /// Gives back all memory. Not to be called during a run, and by the thread that runs.
    public void release() {
        releaseArrays();
        memory.giveBack();
    }

    private void releaseArrays() {
        pass.release();
        batch.release();
        tape.release();
    }
}
