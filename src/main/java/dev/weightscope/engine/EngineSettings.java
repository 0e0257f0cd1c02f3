package dev.weightscope.engine;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Refusal;
import java.time.Duration;

/// What engines are made with. It decides how soon an answer comes and how much memory that takes,
/// never a number in it.
///
/// @param kernel the form of the kernel; one that this process can run
/// @param threads 1..1024, the one that runs the engine included
/// @param drawBudget how many bytes of draws are kept at most, 0 for none
public record EngineSettings(Kernels.Choice kernel, int threads, long drawBudget) {
    /// More than any one machine has processors for.
    public static final int MAX_THREADS = 1024;

    public EngineSettings {
        Kernels.requireRunnable(kernel);
        if (threads < 1 || threads > MAX_THREADS) {
            throw new Refusal("threads %d is outside 1..%d".formatted(threads, MAX_THREADS));
        }
        if (drawBudget < 0) {
            throw new Refusal("cache %d is less than 0".formatted(drawBudget));
        }
    }

    /// The fastest kernel on all processors, with the [MemoryBudget#standardKeep] for draws.
    public static EngineSettings standard() {
        return new EngineSettings(
                Kernels.Choice.AUTO,
                Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS),
                MemoryBudget.standardKeep());
    }

    public EngineSettings withKernel(Kernels.Choice newKernel) {
        return new EngineSettings(newKernel, threads, drawBudget);
    }

    public EngineSettings withThreads(int newThreads) {
        return new EngineSettings(kernel, newThreads, drawBudget);
    }

    public EngineSettings withDrawBudget(long newDrawBudget) {
        return new EngineSettings(kernel, threads, newDrawBudget);
    }

    /// Starts the kernel; to be closed by the caller.
    public Kernel startKernel() {
        return kernel == Kernels.Choice.AUTO
                ? Kernels.automatic(threads)
                : Kernels.choose(kernel, threads);
    }

    /// As above.
    ///
    /// @param headStart how long an automatic kernel leaves all to what gives first answers, unless
    ///   [Kernel#prepare] ends it
    public Kernel startKernel(Duration headStart) {
        return kernel == Kernels.Choice.AUTO
                ? Kernels.automatic(threads, headStart)
                : Kernels.choose(kernel, threads);
    }

    /// What the JVM may use, with the draws that are kept bounded as asked for.
    public MemoryBudget memory() {
        return MemoryBudget.ofHeap(drawBudget);
    }
}
