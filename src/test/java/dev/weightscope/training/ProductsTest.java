package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.SmallLoops;
import dev.weightscope.kernel.Strided;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is done between two looks at the cancellation is bounded, whatever the size of the whole.
class ProductsTest {
    /// Multiplications, or values that are read: some milliseconds in plain loops. Products are cut
    /// into four rows at least.
    private static final long MOST = 1 << 24;

    private record Case(String name, long work, Call call) {}

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
                        each.work / (looks.get() + 1) <= MOST, each.name + ": " + looks + " looks");
                checked++;
            }
        }
        assertEquals(5, checked);
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
