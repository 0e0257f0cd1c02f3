package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.Strided;

/// The batch of each step: all samples as they are, or some of an epoch's order, gathered.
final class Batches {
    /// Rows that are gathered between two looks at the cancellation.
    private static final int ROWS = 1 << 10;

    private final SampleTable table;
    private final int size;
    private final SampleOrder order;
    private final long seed;
    private final boolean whole;
    private final Tensor input;
    private Strided bySample;
    private final float[] targets;
    private int[] rows = {};
    private int epoch = -1;
    private int count;

    Batches(SampleTable table, TrainingPlan plan, long seed) {
        this.table = table;
        this.size = plan.batchOf(table.rows());
        this.order = plan.order();
        this.seed = seed;
        this.whole = size == table.rows();
        int stride = table.stride();
        this.input = whole ? table.byFeature() : Tensor.withOnes(table.features(), size);
        this.bySample = new Strided(whole ? table.samples() : new float[size * stride], 0, stride);
        this.targets = whole ? table.targets() : new float[size];
        this.count = size;
    }

    /// Whether a batch is all samples.
    boolean isWhole() {
        return whole;
    }

    /// Samples of the largest batch.
    int size() {
        return size;
    }

    /// (features + 1) × samples.
    Tensor input() {
        return input;
    }

    /// samples × (features + 1).
    Strided bySample() {
        return bySample;
    }

    float[] targets() {
        return targets;
    }

    /// Samples of this batch.
    int count() {
        return count;
    }

    /// Turns to the batch of a step, counted from 0.
    void turnTo(int step, Products products, Cancellation cancellation) {
        if (whole) {
            return;
        }
        int perEpoch = Math.ceilDiv(table.rows(), size);
        int first = step % perEpoch * size;
        count = Math.min(size, table.rows() - first);
        switch (order) {
            case GIVEN -> {
                bySample = new Strided(table.samples(), first * table.stride(), table.stride());
                System.arraycopy(table.targets(), first, targets, 0, count);
            }
            case SHUFFLED -> {
                startEpoch(step / perEpoch, cancellation);
                gather(first, cancellation);
            }
        }
        products.transpose(bySample, count, table.features(), input.all(), cancellation);
    }

    private void gather(int first, Cancellation cancellation) {
        int stride = table.stride();
        for (int i = 0; i < count; i++) {
            if (i % ROWS == 0) {
                cancellation.throwIfCancelled();
            }
            int row = rows[first + i];
            System.arraycopy(table.samples(), row * stride, bySample.values(), i * stride, stride);
            targets[i] = table.targets()[row];
        }
    }

    private void startEpoch(int newEpoch, Cancellation cancellation) {
        if (newEpoch == epoch) {
            return;
        }
        RandomStream stream = new RandomStream(seed, newEpoch, Purpose.ORDER);
        rows = Permutations.shuffled(table.rows(), stream, cancellation);
        epoch = newEpoch;
    }
}
