package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.kernel.Strided;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is done between two looks at the cancellation is bounded, whatever the size of the whole.
class ProductsTest {
    /// Multiplications, or values that are read: some milliseconds in plain loops. Products are cut
    /// into four rows at least.
    private static final long MOST = 1 << 24;

    /// Exponentials, or rows that change places: no loops do many of them at once.
    private static final long FEW = 1 << 18;

    private record Case(String name, long work, long most, Call call) {
        Case(String name, long work, Call call) {
            this(name, work, MOST, call);
        }
    }

    private interface Call {
        void run(Products products, Cancellation cancellation);
    }

    @Test
    void noCallWorksLongBetweenTwoLooks() {
        // 500 units on 2000 samples of 784 features, and on as many as a large file has
        int units = 500;
        int few = SmallLoops.padded(2000);
        int many = SmallLoops.padded(40_000);
        float[] a = new float[units * many];
        float[] b = new float[units * many];
        float[] c = new float[units * SmallLoops.padded(785)];
        Case[] table = {
            new Case(
                    "product",
                    (long) units * 785 * few,
                    (products, cancellation) ->
                            products.multiply(
                                    new Strided(c, 0, SmallLoops.padded(785)),
                                    new Strided(a, 0, few),
                                    new Strided(b, 0, few),
                                    units,
                                    785,
                                    few,
                                    cancellation)),
            new Case(
                    "transposed",
                    3L * many * units,
                    (products, cancellation) ->
                            products.multiplyTransposed(
                                    new Strided(b, 0, many),
                                    new Strided(a, 0, many),
                                    new Strided(c, 0, SmallLoops.padded(785)),
                                    3,
                                    many,
                                    units,
                                    cancellation)),
            new Case(
                    "sums",
                    (long) units * many,
                    (products, cancellation) ->
                            products.sums(new Strided(a, 0, many), units, many, cancellation)),
            new Case(
                    "extremes",
                    (long) units * many,
                    (products, cancellation) ->
                            Products.extremes(
                                    products.loops(),
                                    new Strided(a, 0, many),
                                    units,
                                    many,
                                    cancellation)),
            new Case(
                    "elements",
                    (long) units * many,
                    (products, cancellation) ->
                            products.elements(
                                    units * many,
                                    cancellation,
                                    (from, to) -> System.arraycopy(a, from, b, from, to - from))),
        };
        int checked = 0;
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            Products products = new Products(kernel);
            for (Case each : table) {
                AtomicInteger looks = new AtomicInteger();
                each.call.run(
                        products,
                        () -> {
                            looks.incrementAndGet();
                            return false;
                        });
                // cuts are even: one look more, for the first call may come before it
                assertTrue(
                        each.work / (looks.get() + 1) <= each.most,
                        each.name + ": " + looks + " looks");
                checked++;
            }
        }
        assertEquals(5, checked);
    }

    @Test
    void noLossAndNoOrderOfManySamplesTakesLongBetweenTwoLooks() {
        int samples = 400_000;
        int classes = 10;
        Tensor logits = Tensor.of(classes, samples);
        float[] targets = new float[samples];
        TrainingData data =
                new TrainingData("long", 4, new float[4 * samples], new Target.Numbers(targets));
        int checked = 0;
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1)) {
            Products products = new Products(kernel);
            List<Case> table = new ArrayList<>();
            for (Loss loss : Loss.values()) {
                int outputs = loss == Loss.SOFTMAX_CROSS_ENTROPY ? classes : 1;
                Objective.Batch batch = new Objective.Batch(logits, targets, 0, samples, 1, logits);
                table.add(
                        new Case(
                                loss.key(),
                                (long) outputs * samples,
                                FEW,
                                (_, cancellation) ->
                                        new Objective(loss, outputs)
                                                .take(products.loops(), batch, cancellation)));
            }
            RandomStream stream = new RandomStream(1, 0, RandomStream.Purpose.ORDER);
            table.add(
                    new Case(
                            "order of an epoch",
                            samples,
                            FEW,
                            (_, cancellation) ->
                                    Permutations.shuffled(samples, stream, cancellation)));
            table.add(
                    new Case(
                            "rows laid out",
                            4L * samples,
                            FEW,
                            (_, cancellation) ->
                                    TrainingSet.of(data, TestSplit.NONE, cancellation)));
            for (Case each : table) {
                AtomicInteger looks = new AtomicInteger();
                each.call.run(products, () -> looks.incrementAndGet() < 0);
                assertTrue(each.work / looks.get() <= each.most, each.name + ": " + looks);
                assertThrows(CancelledException.class, () -> each.call.run(products, () -> true));
                checked++;
            }
        }
        assertEquals(5, checked);
    }

    @Test
    void aLossIsOneSumHoweverOftenItIsLookedAt() {
        int samples = 100_000;
        Tensor logits = Tensor.of(1, samples);
        float[] targets = new float[samples];
        double squares = 0;
        for (int i = 0; i < samples; i++) {
            logits.values()[i] = (float) Math.sin(i);
            targets[i] = i % 2;
            float distance = logits.values()[i] - targets[i];
            squares += (double) distance * distance;
        }
        try (Kernel kernel = Kernels.scalar(1)) {
            Objective.Batch batch = new Objective.Batch(logits, targets, 0, samples, 1, null);
            assertEquals(
                    squares,
                    new Objective(Loss.MEAN_SQUARED_ERROR, 1)
                            .take(kernel.small(), batch, Cancellation.NEVER)
                            .loss());
        }
    }

    @Test
    void aCutProductHasTheBitsOfAWhole() {
        int inner = 9001;
        int columns = 100;
        int stride = SmallLoops.padded(inner);
        float[] a = new float[2 * stride];
        float[] b = new float[columns * stride];
        for (int i = 0; i < b.length; i++) {
            b[i] = (float) Math.sin(i);
            a[i % a.length] = (float) Math.cos(i % a.length);
        }
        float[] whole = new float[2 * columns];
        float[] cut = new float[2 * columns];
        try (Kernel kernel = Kernels.scalar(1)) {
            Strided first = new Strided(a, 0, stride);
            Strided second = new Strided(b, 0, stride);
            kernel.small()
                    .productTransposed(
                            first, second, new Strided(whole, 0, columns), 2, inner, columns);
            new Products(kernel)
                    .multiplyTransposed(
                            first,
                            second,
                            new Strided(cut, 0, columns),
                            2,
                            inner,
                            columns,
                            Cancellation.NEVER);
        }
        assertArrayEquals(whole, cut);
    }
}
