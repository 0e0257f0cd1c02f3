package dev.weightscope.cli;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import java.util.List;

/// Where experiments are run.
record ExperimentRunner(EngineSettings settings) {
    Snapshot run(Experiment experiment) {
        return run(List.of(experiment)).getFirst();
    }

    /// Runs experiments one after the other; what they have in common is computed once.
    List<Snapshot> run(List<Experiment> experiments) {
        try (Kernel kernel = settings.startKernel()) {
            Engine engine = settings.engine(kernel);
            return experiments.stream()
                    .map(experiment -> engine.run(experiment, Cancellation.NEVER))
                    .toList();
        }
    }

    /// What the numbers depend on, a line each: the program, the JDK, the kernel.
    String version() {
        try (Kernel kernel = settings.startKernel()) {
            return """
            WeightScope %s
            JDK %s (%s)
            kernel: %s (%s)
            """
                    .formatted(
                            programVersion(),
                            System.getProperty("java.version"),
                            System.getProperty("java.vendor"),
                            kernel.description(),
                            Kernels.reason(settings.kernel()));
        }
    }

    /// From the manifest, which classes outside of a JAR file do not have.
    private static String programVersion() {
        String version = ExperimentRunner.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
