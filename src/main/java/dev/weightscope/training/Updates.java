package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import java.util.List;

/// Takes the steps of an optimizer. A step that is cancelled goes on where it was: what is changed
/// must not be changed twice. Each element depends on itself alone, and every operation is one that
/// rounds once: the bits are the same however the JIT compiler makes vectors of the loops, and
/// however many threads share them.
final class Updates {
    private static final float MOMENTUM = 0.9f;
    private static final float RMSPROP = 0.99f;
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final float EPSILON = 1e-8f;

    /// Elements of a task: some microseconds.
    private static final int CHUNK = 1 << 14;

    /// Elements between two looks at the cancellation: a millisecond.
    private static final int TURN = 32 * CHUNK;

    private final OptimizerSettings settings;
    private final float rate;
    private double power1 = 1;
    private double power2 = 1;

    private List<Parameter> learnt = List.of();

    /// The parameter whose step comes next, and from which of its elements on.
    private int next;

    private int from;

    Updates(OptimizerSettings settings) {
        this.settings = settings;
        this.rate = (float) settings.learningRate();
    }

    /// Begins the next step, of all that layers learn; of the same ones every time.
    void begin(List<TrainedLayer> layers) {
        power1 *= BETA1;
        power2 *= BETA2;
        if (learnt.isEmpty()) {
            learnt = parameters(layers);
        }
        next = 0;
        from = 0;
    }

    private static List<Parameter> parameters(List<TrainedLayer> layers) {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    /// Takes the step, or the rest of it; gradients become what was added to each value.
    ///
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    void run(Kernel kernel, Cancellation cancellation) {
        while (next < learnt.size()) {
            cancellation.throwIfCancelled();
            Parameter parameter = learnt.get(next);
            int first = from;
            int count = Math.min(TURN, parameter.values.length - first);
            kernel.share(
                    Math.ceilDiv(count, CHUNK),
                    Cancellation.NEVER, // or nobody would know which are changed
                    task ->
                            apply(
                                    parameter,
                                    first + task * CHUNK,
                                    Math.min(CHUNK, count - task * CHUNK)));
            from += count;
            if (from == parameter.values.length) {
                next++;
                from = 0;
            }
        }
    }

    private void apply(Parameter parameter, int from, int count) {
        int to = from + count;
        float[] w = parameter.values;
        float[] g = parameter.gradient;
        switch (settings.optimizer()) {
            case SGD -> sgd(w, g, from, to, rate);
            case MOMENTUM -> momentum(w, g, parameter.first, from, to, rate);
            case NESTEROV -> nesterov(w, g, parameter.first, from, to, rate);
            case RMSPROP -> rmsprop(w, g, parameter.first, from, to, rate);
            case ADAM -> adam(w, g, parameter.first, parameter.second, from, to, 1);
            case ADAMW -> {
                float keep = (float) (1 - settings.learningRate() * settings.weightDecay());
                adam(w, g, parameter.first, parameter.second, from, to, keep);
            }
        }
    }

    private static void sgd(float[] w, float[] g, int from, int to, float rate) {
        for (int i = from; i < to; i++) {
            float before = w[i];
            float after = before - rate * g[i];
            w[i] = after;
            g[i] = after - before;
        }
    }

    private static void momentum(float[] w, float[] g, float[] v, int from, int to, float rate) {
        for (int i = from; i < to; i++) {
            float before = w[i];
            float speed = MOMENTUM * v[i] + g[i];
            float after = before - rate * speed;
            v[i] = speed;
            w[i] = after;
            g[i] = after - before;
        }
    }

    private static void nesterov(float[] w, float[] g, float[] v, int from, int to, float rate) {
        for (int i = from; i < to; i++) {
            float before = w[i];
            float speed = MOMENTUM * v[i] + g[i];
            float after = before - rate * (g[i] + MOMENTUM * speed);
            v[i] = speed;
            w[i] = after;
            g[i] = after - before;
        }
    }

    private static void rmsprop(float[] w, float[] g, float[] s, int from, int to, float rate) {
        for (int i = from; i < to; i++) {
            float before = w[i];
            float square = RMSPROP * s[i] + (1 - RMSPROP) * (g[i] * g[i]);
            float after = before - rate * g[i] / ((float) Math.sqrt(square) + EPSILON);
            s[i] = square;
            w[i] = after;
            g[i] = after - before;
        }
    }

    private void adam(float[] w, float[] g, float[] m, float[] s, int from, int to, float keep) {
        float stepSize = (float) (settings.learningRate() / (1 - power1));
        float rootFactor = (float) (1 / Math.sqrt(1 - power2));
        adam(w, g, m, s, from, to, keep, stepSize, rootFactor);
    }

    private static void adam(
            float[] w,
            float[] g,
            float[] m,
            float[] s,
            int from,
            int to,
            float keep,
            float stepSize,
            float rootFactor) {
        float rest1 = (float) (1 - BETA1);
        float rest2 = (float) (1 - BETA2);
        float beta1 = (float) BETA1;
        float beta2 = (float) BETA2;
        for (int i = from; i < to; i++) {
            float before = w[i];
            float mean = beta1 * m[i] + rest1 * g[i];
            float square = beta2 * s[i] + rest2 * (g[i] * g[i]);
            float root = (float) Math.sqrt(square) * rootFactor + EPSILON;
            float after = keep * before - stepSize * mean / root;
            m[i] = mean;
            s[i] = square;
            w[i] = after;
            g[i] = after - before;
        }
    }
}
