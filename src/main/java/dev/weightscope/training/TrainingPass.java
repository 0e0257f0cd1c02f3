package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.kernel.Strided;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A batch through all layers, and the gradient of its loss back to all that they learn. Keeps the
/// room for both; for one thread at a time.
final class TrainingPass {
    /// Units for whose weight gradients it does not pay to transpose their inputs.
    private static final int FEW = 4;

    private final List<TrainedLayer> layers;
    private final Products products;
    private final Objective objective;
    private final List<LayerForward> there = new ArrayList<>();

    /// Of each layer what its weights are multiplied with, a row for each sample; of the first one
    /// the batch has it, unless it is normalized.
    private final List<@Nullable Strided> bySample = new ArrayList<>();

    /// By the output of each layer, in two arrays in turns; after the way through the layer, by its
    /// pre-activations.
    private final List<Tensor> gradients = new ArrayList<>();

    /// By the input of the first layer, which only its norm asks for.
    private final @Nullable Tensor inputGradient;

    /// The gradient that skips a branch.
    private final float[] held;

    /// A layer's weights with a row for each input.
    private final float[] byInput;

    private int samples;

    /// @param input of the first layer, which the caller fills; its last row is 1
    /// @param most samples of a batch
    TrainingPass(
            List<TrainedLayer> layers,
            Tensor input,
            int most,
            Objective objective,
            Products products) {
        this.layers = layers;
        this.products = products;
        this.objective = objective;
        int widest = layers.stream().mapToInt(layer -> layer.fanOut).max().orElseThrow();
        int stride = input.stride();
        float[][] turns = new float[2][Math.multiplyExact(widest, stride)];
        Tensor in = input;
        Tensor inBefore = input;
        boolean skips = false;
        int largest = 0;
        for (int i = 0; i < layers.size(); i++) {
            TrainedLayer layer = layers.get(i);
            Tensor stream =
                    switch (layer.role) {
                        case LAST_OF_BRANCH -> inBefore;
                        case PLAIN, WHOLE_BRANCH, FIRST_OF_BRANCH -> in;
                    };
            LayerForward forward = forward(layer, in, stream, most);
            there.add(forward);
            boolean given = i == 0 && layer.inputNorm == null;
            bySample.add(
                    given
                            ? null
                            : new Strided(
                                    new float[Math.multiplyExact(most, layer.stride)],
                                    0,
                                    layer.stride));
            gradients.add(tensor(turns[i % 2], layer.fanOut, stride));
            largest =
                    i == 0 && given
                            ? largest
                            : Math.max(largest, layer.fanIn * SmallLoops.padded(layer.fanOut));
            skips |= layer.role.beginsBranch();
            inBefore = in;
            in = forward.output();
        }
        this.held = new float[skips ? widest * stride : 0];
        this.byInput = new float[largest];
        TrainedLayer first = layers.getFirst();
        this.inputGradient = first.inputNorm == null ? null : Tensor.of(first.fanIn, most);
    }

    private static Tensor tensor(float[] values, int units, int stride) {
        return new Tensor(values, units, stride, new Strided(values, 0, stride));
    }

    private static LayerForward forward(TrainedLayer layer, Tensor in, Tensor stream, int most) {
        Tensor preActivation = Tensor.of(layer.fanOut, most);
        NormLayer norm = layer.norm();
        return new LayerForward(
                layer,
                in,
                stream,
                layer.inputNorm == null ? null : Tensor.withOnes(layer.fanIn, most),
                preActivation,
                layer.ownNorm == null ? preActivation : Tensor.of(layer.fanOut, most),
                Tensor.withOnes(layer.fanOut, most),
                norm == null ? null : norm.newWork(most));
    }

    /// Carries the batch in the input to its loss.
    ///
    /// @param count of its samples
    /// @param factor what the gradient of the sum of losses is multiplied by
    Objective.Found forward(float[] targets, int count, float factor, Cancellation cancellation) {
        samples = count;
        for (LayerForward layer : there) {
            layer.run(
                    products,
                    count,
                    NormLayer.Statistics.OF_BATCH,
                    LayerForward.Way.AND_BACK,
                    cancellation);
        }
        return objective.take(
                products.loops(),
                new Objective.Batch(
                        output(layers.size()), targets, 0, count, factor, lossGradient()),
                cancellation);
    }

    private Tensor lossGradient() {
        return gradients.getLast();
    }

    /// Of a layer, counted from 1; as the last forward pass left it.
    Tensor output(int layer) {
        return there.get(layer - 1).output();
    }

    /// By a layer's pre-activations, until the next pass; a layer counted from 1.
    Tensor gradient(int layer) {
        return gradients.get(layer - 1);
    }

    int samples() {
        return samples;
    }

    /// Who looks at the gradient by a layer's pre-activations before it is overwritten.
    interface GradientListener {
        /// @param layer counted from 1
        void take(int layer, Tensor gradient);
    }

    /// Carries the gradient back, and computes those of all parameters. What it went back from is
    /// overwritten.
    ///
    /// @param batch what came to the first layer, a row for each sample
    void backward(Strided batch, GradientListener listener, Cancellation cancellation) {
        for (int i = layers.size() - 1; i >= 0; i--) {
            backward(i, batch, listener, cancellation);
        }
    }

    private void backward(
            int i, Strided batch, GradientListener listener, Cancellation cancellation) {
        TrainedLayer layer = layers.get(i);
        LayerForward forward = there.get(i);
        Tensor gradient = gradients.get(i);
        if (layer.role.endsBranch()) {
            products.elements(
                    gradient.size(),
                    cancellation,
                    (from, to) -> {
                        System.arraycopy(gradient.values(), from, held, from, to - from);
                        scale(gradient.values(), layer.branchScale, from, to);
                    });
        }
        if (!forward.isLinear()) {
            float[] slopes = forward.normalized().values();
            products.elements(
                    gradient.size(),
                    cancellation,
                    (from, to) -> multiply(slopes, gradient.values(), from, to));
        }
        NormLayer.Work work = forward.work();
        if (layer.ownNorm != null && work != null) {
            layer.ownNorm.backward(forward.preActivation(), gradient, samples, work, cancellation);
        }
        listener.take(i + 1, gradient);
        weightGradient(i, batch, cancellation);
        if (layer.ownNorm instanceof BatchNorm) {
            clearBiasGradients(layer);
        }
        Tensor before = i == 0 ? inputGradient : gradients.get(i - 1);
        if (before == null) {
            return;
        }
        Strided weights = new Strided(byInput, 0, SmallLoops.padded(layer.fanOut));
        products.transpose(layer.rows(), layer.fanOut, layer.fanIn, weights, cancellation);
        products.multiply(
                weights,
                gradient.all(),
                before.all(),
                layer.fanIn,
                layer.fanOut,
                SmallLoops.padded(samples),
                cancellation);
        if (layer.inputNorm != null && work != null) {
            layer.inputNorm.backward(forward.in(), before, samples, work, cancellation);
        }
        if (layer.role.beginsBranch()) {
            products.elements(
                    before.size(),
                    cancellation,
                    (from, to) -> add(held, before.values(), from, to));
        }
    }

    private void weightGradient(int i, Strided batch, Cancellation cancellation) {
        TrainedLayer layer = layers.get(i);
        Strided room = bySample.get(i);
        if (room != null && layer.fanOut < FEW) {
            products.multiplyTransposed(
                    gradients.get(i).all(),
                    there.get(i).multiplied().all(),
                    layer.gradientRows(),
                    layer.fanOut,
                    samples,
                    layer.fanIn + 1,
                    cancellation);
            return;
        }
        products.multiply(
                gradients.get(i).all(),
                room == null ? batch : transposed(i, room, cancellation),
                layer.gradientRows(),
                layer.fanOut,
                samples,
                layer.stride,
                cancellation);
    }

    /// A batch norm takes away whatever is added to every sample: of the gradient by a bias in
    /// front of it, there is nothing but rounding, which an optimizer that divides by its size
    /// would follow.
    private static void clearBiasGradients(TrainedLayer layer) {
        for (int unit = 0; unit < layer.fanOut; unit++) {
            layer.weights.gradient[unit * layer.stride + layer.fanIn] = 0;
        }
    }

    /// What a layer's weights are multiplied with, a row for each sample.
    ///
    /// @param room overwritten
    private Strided transposed(int i, Strided room, Cancellation cancellation) {
        Tensor multiplied = there.get(i).multiplied();
        products.transpose(multiplied.all(), layers.get(i).fanIn + 1, samples, room, cancellation);
        return room;
    }

    private static void multiply(float[] slopes, float[] gradient, int from, int to) {
        for (int i = from; i < to; i++) {
            gradient[i] *= slopes[i];
        }
    }

    private static void scale(float[] values, float factor, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }

    private static void add(float[] a, float[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] += a[i];
        }
    }

    /// Takes what the batch adds to the averages of the norms.
    void learnNorms() {
        for (LayerForward forward : there) {
            NormLayer norm = forward.layer().norm();
            if (norm != null && forward.work() != null) {
                norm.learn(forward.work(), samples);
            }
        }
    }
}
