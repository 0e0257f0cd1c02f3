package dev.weightscope.run;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Computation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;

/// What tests of a live run work with: three small experiments, an engine, and the answers as they
/// are delivered.
abstract class LiveRunFixture {
    static final Experiment SMALL = Experiment.DEFAULT.withSamples(2).withWidth(3).withDepth(1);
    static final Experiment FIRST = SMALL.withSeed(1);
    static final Experiment SECOND = SMALL.withSeed(2);
    static final Experiment THIRD = SMALL.withSeed(3);

    final Kernel kernel = Kernels.scalar(1);
    final Engine engine = new Engine(kernel);
    final BlockingQueue<Answer<Experiment, Snapshot>> delivered = new LinkedBlockingQueue<>();
    final List<Worker> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(Worker::close);
        kernel.close();
    }

    /// With deliveries on the worker's own thread, at once.
    LiveRun<Experiment, Snapshot> start(
            Computation<Experiment, Snapshot> computation, Duration patience, Duration pause) {
        return new LiveRun<>(worker(patience, pause), computation, Runnable::run, delivered::add);
    }

    final Worker worker(Duration patience, Duration pause) {
        Worker worker =
                new Worker(
                        new Haste(
                                patience,
                                Duration.ZERO,
                                Duration.ofHours(1),
                                pause,
                                Duration.ofHours(1)),
                        System::nanoTime);
        started.add(worker);
        return worker;
    }

    LiveRun<Experiment, Snapshot> start(Computation<Experiment, Snapshot> computation) {
        return start(computation, Duration.ZERO, Duration.ZERO);
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    static void untilCancelled(Cancellation cancellation) {
        while (!cancellation.isCancelled()) {
            Thread.onSpinWait();
        }
    }
}
