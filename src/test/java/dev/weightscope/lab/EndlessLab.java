package dev.weightscope.lab;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.option.Options;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A lab that answers nothing until it is cancelled, and tells when it has begun and was cancelled.
public final class EndlessLab implements Lab<Long, List<Double>> {
    private final ToyLab toy = new ToyLab();
    public final CountDownLatch begun = new CountDownLatch(1);
    public final CountDownLatch cancelled = new CountDownLatch(1);

    @Override
    public String key() {
        return "endless";
    }

    @Override
    public String help() {
        return "Wait.";
    }

    @Override
    public Options<Long> options() {
        return toy.options();
    }

    @Override
    public boolean isLong() {
        return true;
    }

    @Override
    public Solver<Long, List<Double>> solver(Kernel kernel, MemoryBudget memory) {
        return (_, cancellation, _) -> waitUntil(cancellation);
    }

    private List<Double> waitUntil(Cancellation cancellation) {
        begun.countDown();
        while (!cancellation.isCancelled()) {
            Thread.onSpinWait();
        }
        cancelled.countDown();
        cancellation.throwIfCancelled();
        return List.of();
    }

    @Override
    public List<View<List<Double>>> views() {
        return toy.views();
    }

    @Override
    public Table<?> table(List<Double> powers) {
        return toy.table(powers);
    }
}
