package dev.weightscope.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.LayerStatistics;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.StandardInitializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs of our own beside tables that other programs computed.
final class Golden implements AutoCloseable {
    /// One thread: other tests run beside this one, and several would wait for each other.
    private final Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 1);

    private final Engine engine = new Engine(kernel);

    /// A table of src/test/resources/golden.
    static JsonNode table(String name) {
        try (InputStream stream = Golden.class.getResourceAsStream("/golden/" + name)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(stream, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The experiment with seeds 1..seeds.
    List<Snapshot> run(Experiment experiment, int seeds) {
        return run(experiment, Passes.FORWARD, seeds);
    }

    /// The same with gradients.
    List<Snapshot> runThereAndBack(Experiment experiment, int seeds) {
        return run(experiment, Passes.THERE_AND_BACK, seeds);
    }

    private List<Snapshot> run(Experiment experiment, Passes passes, int seeds) {
        return IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> engine.run(experiment.withSeed(seed), passes, Cancellation.NEVER))
                .toList();
    }

    @Override
    public void close() {
        kernel.close();
    }

    static Experiment experiment(ActivationFunction activation, InitializerScheme initializer) {
        return Experiment.DEFAULT
                .withActivation(Activation.of(activation))
                .withInitializer(StandardInitializer.of(initializer));
    }

    /// A figure of one layer in each run, averaged over the runs.
    static double average(
            List<Snapshot> runs, int layer, ToDoubleFunction<LayerStatistics> figure) {
        return runs.stream()
                .mapToDouble(run -> figure.applyAsDouble(run.layer(layer)))
                .average()
                .orElseThrow();
    }

    /// Checks |mine − theirs| against four standard errors of the difference.
    ///
    /// @param reference with `avg` and `se` by layer, from `theirRuns` runs whose spread is taken
    ///   for ours as well
    /// @param slack one more error that is not in theirs, such as that of a smaller batch
    static void assertAgrees(
            String what,
            JsonNode reference,
            int theirRuns,
            int layer,
            double mine,
            int myRuns,
            double slack) {
        double average = reference.get("avg").get(layer - 1).asDouble();
        double error = reference.get("se").get(layer - 1).asDouble();
        double mySquaredError = error * error * theirRuns / myRuns + slack * slack / myRuns;
        double tolerance = 4 * Math.sqrt(error * error + mySquaredError);
        assertTrue(
                Math.abs(mine - average) <= tolerance,
                () ->
                        "%s, layer %d: %s, theirs %s ± %s, tolerance %s"
                                .formatted(what, layer, mine, average, error, tolerance));
    }
}
