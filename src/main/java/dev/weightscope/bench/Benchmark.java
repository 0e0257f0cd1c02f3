package dev.weightscope.bench;

import dev.weightscope.kernel.Kernel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Takes a workload's times.
///
/// @param repetitions of each time but the first run's, which there can be only one of; at least 1
/// @param warmUp how long to run, untimed, between the first run and the others
public record Benchmark(int repetitions, Duration warmUp) {
    /// The first run leaves little that the JIT compiler has not compiled yet, and it needs some
    /// two seconds more for that; this leaves room for slower machines.
    public static final Duration USUAL_WARM_UP = Duration.ofSeconds(5);

    public Benchmark {
        if (repetitions < 1) {
            throw new IllegalArgumentException(
                    "repetitions %d is less than 1".formatted(repetitions));
        }
        if (warmUp.isNegative()) {
            throw new IllegalArgumentException("warm-up %s is negative".formatted(warmUp));
        }
    }

    /// Takes the times: the first run, cold runs with seeds 0, 1, …, and warm runs at gains 0.9 +
    /// 0.02·i, as the other libraries are timed.
    ///
    /// @param kernel has done nothing yet, or `first` would not tell what it says
    public WorkloadTimes run(Workload workload, Kernel kernel) {
        Stopwatch beforeFirst = Stopwatch.start();
        WorkloadRun network = workload.on(kernel);
        network.drawnValue(0);
        double first = beforeFirst.seconds();
        warmUp(network);

        double[] draws = new double[repetitions];
        double[] cold = new double[repetitions];
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < repetitions; i++) {
            Stopwatch stopwatch = Stopwatch.start();
            network.draw(i);
            draws[i] = stopwatch.seconds();
            stopwatch = Stopwatch.start();
            values.add(network.drawnValue(i));
            cold[i] = stopwatch.seconds();
        }
        network.draw(0);
        double[] warm = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            Stopwatch stopwatch = Stopwatch.start();
            network.value(0.9f + 0.02f * i);
            warm[i] = stopwatch.seconds();
        }
        return new WorkloadTimes(Timing.of(draws), Timing.of(cold), Timing.of(warm), first, values);
    }

    private void warmUp(WorkloadRun network) {
        Stopwatch stopwatch = Stopwatch.start();
        while (stopwatch.seconds() < warmUp.toNanos() * 1e-9) {
            network.drawnValue(0);
            network.draw(0);
            network.value(1);
        }
    }
}
