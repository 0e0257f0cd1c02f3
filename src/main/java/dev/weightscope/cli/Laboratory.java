package dev.weightscope.cli;

import dev.weightscope.engine.Engine;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import java.util.function.Supplier;

/// Where experiments are run.
///
/// @param kernels makes a kernel; closed after use
record Laboratory(Supplier<Kernel> kernels) {
    Snapshot run(Experiment experiment) {
        try (Kernel kernel = kernels.get()) {
            return new Engine(kernel).run(experiment, Cancellation.NEVER);
        }
    }

    /// What the numbers depend on, a line each: the program, the JDK, the kernel.
    String version() {
        try (Kernel kernel = kernels.get()) {
            return """
            WeightScope %s
            JDK %s (%s)
            kernel: %s
            """
                    .formatted(
                            programVersion(),
                            System.getProperty("java.version"),
                            System.getProperty("java.vendor"),
                            kernel.description());
        }
    }

    /// From the manifest, which classes outside of a JAR file do not have.
    private static String programVersion() {
        String version = Laboratory.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
