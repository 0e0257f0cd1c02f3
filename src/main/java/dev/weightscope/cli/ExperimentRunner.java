package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.model.Experiment;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.util.List;

/// Where experiments are run.
record ExperimentRunner(EngineSettings settings) {
    SignalAnswer run(SignalSettings asked, Experiment experiment) {
        return run(asked, List.of(experiment)).getFirst();
    }

    /// Runs experiments one after the other; what they have in common is computed once.
    List<SignalAnswer> run(SignalSettings asked, List<Experiment> experiments) {
        try (Kernel kernel = settings.startKernel()) {
            Solver<SignalSettings, SignalAnswer> solver =
                    new SignalLab().solver(kernel, settings.memory());
            return experiments.stream()
                    .map(experiment ->
                            solver.solve(
                                    new Question<>(experiment, asked),
                                    Cancellation.NEVER,
                                    ProgressListener.none()))
                    .toList();
        }
    }

    /// What the numbers depend on, a line each: the program, the JDK, the kernel.
    String version() {
        try (Kernel kernel = Kernels.choose(settings.kernel(), settings.threads())) {
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
