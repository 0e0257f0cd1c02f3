package dev.weightscope.chart.race;

import dev.weightscope.chart.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/// Six runs as they are on a table of two classes.
final class SampleRace {
    static final int LAST = 300;
    static final LossChart.Marks MARKS =
            new LossChart.Marks(
                    OptionalDouble.of(0.1), OptionalDouble.of(Math.log(2)), "ln 2: guessing");

    private SampleRace() {}

    /// A loss that falls from `first` to `end` with a rate.
    static Lines falling(double first, double end, double rate, int draws) {
        Random random = new Random(3);
        return new Lines(
                IntStream.range(0, draws)
                        .mapToObj(draw -> {
                            double own = rate * (1 + 0.4 * random.nextGaussian());
                            double[] values = new double[LAST + 1];
                            for (int step = 0; step <= LAST; step++) {
                                values[step] =
                                        end
                                                + (first - end) * Math.exp(-Math.abs(own) * step)
                                                + 0.002 * random.nextDouble();
                            }
                            return new Lines.Line(values, true);
                        })
                        .toList());
    }

    static List<Series<LossChart.Run>> runs(int draws) {
        List<Series<LossChart.Run>> runs = new ArrayList<>();
        runs.add(run("Xavier uniform", 0, Series.Role.LIVE, falling(0.8, 0.05, 0.05, draws)));
        runs.add(run("PyTorch default", 4, Series.Role.PINNED, falling(0.7, 0.053, 0.03, draws)));
        runs.add(run("Normal, std 1", 3, Series.Role.PINNED, falling(1.6, 0.08, 0.012, draws)));
        runs.add(run("Normal, std 0.01", 2, Series.Role.PINNED, falling(0.69, 0.09, 0.006, draws)));
        runs.add(run("Zeros", 1, Series.Role.PINNED, falling(0.693, 0.66, 0.1, draws)));
        runs.add(run("Uniform ±100", 5, Series.Role.PINNED, falling(80, 43, 0.001, draws)));
        return runs;
    }

    static Series<LossChart.Run> run(String name, int colour, Series.Role role, Lines loss) {
        OptionalInt goal =
                IntStream.rangeClosed(0, LAST).filter(step -> loss.median(step) <= 0.1).findFirst();
        return new Series<>(name, colour, role, new LossChart.Run(loss, goal));
    }
}
