package dev.weightscope.bench;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Survey;
import dev.weightscope.kernel.Surveyed;
import dev.weightscope.model.Input;
import dev.weightscope.model.Law;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Sampling;
import dev.weightscope.network.BackwardPass;
import dev.weightscope.network.Batch;
import dev.weightscope.network.ForwardPass;
import dev.weightscope.network.InputQuestion;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import dev.weightscope.network.Tape;
import dev.weightscope.network.WeightsQuestion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A batch through layers, and a unit-normal cotangent of the last activations back through all of
/// them, by the passes that the program itself goes.
final class ThereAndBackRun implements LayersRun {
    private static final Cancellation NEVER = Cancellation.NEVER;
    private static final Law NO_BIAS = new Law.Constant(0);

    /// Which gradients are asked for.
    enum Gradients {
        PRE_ACTIVATIONS,
        PRE_ACTIVATIONS_AND_WEIGHTS
    }

    private final Layers layers;
    private final Gradients gradients;
    private final ForwardPass there;
    private final BackwardPass back;
    private final Batch batch = new Batch();
    private final Tape tape = new Tape();
    private long seed;

    /// @param layers of normal weights
    ThereAndBackRun(Kernel kernel, Layers layers, Gradients gradients) {
        this.layers = layers;
        this.gradients = gradients;
        this.there = new ForwardPass(kernel);
        this.back = there.back();
    }

    @Override
    public void draw(long newSeed) {
        seed = newSeed;
        PassQuestion question = question(1);
        there.prepare(question, 0, NEVER); // what was drawn before goes
        there.prepare(question, Long.MAX_VALUE, NEVER);
        there.draw(question, batch, NEVER);
        back.begin(question, batch, NEVER);
    }

    /// Nothing can be dropped on the way: the way back needs every weight once more.
    @Override
    public List<LayerFigures> drawAndRun(long newSeed) {
        draw(newSeed);
        return run(1);
    }

    /// First the activations of layer 1, 2, …; then, from the last layer to the first, the gradient
    /// by its pre-activations, and by its weights where that is asked for.
    @Override
    public List<LayerFigures> run(float gain) {
        PassQuestion question = question(gain);
        List<LayerFigures> figures = new ArrayList<>();
        there.begin(question.input(), question.largestSignal(), batch, NEVER);
        for (LayerQuestion layer : question.layers()) {
            figures.add(LayerFigures.of(there.advance(layer, batch, tape, null, NEVER)));
        }
        BackwardPass.Found found = back.begin(question, batch, NEVER);
        for (int layer = question.depth(); layer >= 1; layer--) {
            LayerQuestion asked = question.layer(layer);
            Survey known = found.preActivation();
            Survey gradient =
                    known == null ? back.throughActivation(asked, tape, batch, null, NEVER) : known;
            figures.add(LayerFigures.of(gradient.moments()));
            if (gradients == Gradients.PRE_ACTIVATIONS_AND_WEIGHTS) {
                figures.add(weights(question, layer));
            }
            if (layer > 1) { // nobody asks for the gradient by the input
                LayerQuestion before = question.layer(layer - 1);
                found = back.throughWeights(asked, before, tape, batch, Surveyed.BOTH, null, NEVER);
            }
        }
        return figures;
    }

    private LayerFigures weights(PassQuestion question, int layer) {
        if (layer == 1) {
            there.beginAgain(question.input(), batch, NEVER);
        } else {
            there.recall(question.layer(layer - 1), tape, batch, NEVER);
        }
        return LayerFigures.of(
                back.weightGradient(
                                question.layer(layer),
                                question.layer(layer).weights().fanIn(),
                                batch,
                                null,
                                NEVER)
                        .moments());
    }

    private PassQuestion question(float gain) {
        int width = layers.width();
        Law law = new Law.Normal(layers.scale() * gain);
        return new PassQuestion(
                new InputQuestion(
                        Sampling.DEFAULT
                                .withInput(new Input.StandardNormal())
                                .withSamples(layers.batch()),
                        width,
                        seed,
                        NumberFormat.FLOAT32),
                IntStream.rangeClosed(1, layers.depth())
                        .mapToObj(layer ->
                                LayerQuestion.plain(
                                        new WeightsQuestion(
                                                layer,
                                                width,
                                                width,
                                                law,
                                                seed,
                                                NumberFormat.FLOAT32),
                                        NO_BIAS,
                                        layers.activation()))
                        .toList());
    }
}
