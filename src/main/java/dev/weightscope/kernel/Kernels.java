package dev.weightscope.kernel;

import dev.weightscope.model.Keyed;
import java.time.Duration;

/// The choice between the forms of the kernel.
public final class Kernels {
    /// In which the first picture of the default experiment is there, on a usual machine.
    private static final Duration HEAD_START = Duration.ofMillis(800);

    private static final String MODULE = "jdk.incubator.vector";

    /// What a person may ask for.
    public enum Choice implements Keyed {
        /// The fastest that this process can run.
        AUTO("auto", "Automatic"),
        SCALAR("scalar", "Scalar"),
        VECTOR("vector", "Vector");

        private final String key;
        private final String label;

        Choice(String key, String label) {
            this.key = key;
            this.label = label;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String label() {
            return label;
        }
    }

    private Kernels() {}

    /// The fastest kernel that this process can run, on all processors; it is quick from its first
    /// call on, and at its fastest some seconds later.
    public static Kernel automatic() {
        int threads = Runtime.getRuntime().availableProcessors();
        Kernel chosen = choose(Choice.AUTO, threads);
        return chosen instanceof ScalarKernel
                ? chosen
                : new WarmingKernel(
                        new ScalarKernel(threads), chosen, HEAD_START, new VectorRehearsal());
    }

    /// Makes the kernel of a choice; its description says why where the choice was automatic.
    ///
    /// @param threads at least 1, the calling one included
    /// @throws IllegalStateException if the vector form is asked for without the module or the
    ///   vectors that it needs
    public static Kernel choose(Choice choice, int threads) {
        // the vector class is linked only after this says that it can be
        boolean present = ModuleLayer.boot().findModule(MODULE).isPresent();
        return switch (choice) {
            case SCALAR -> new ScalarKernel(threads);
            case VECTOR -> {
                if (!present) {
                    throw new IllegalStateException(
                            "the vector kernel needs the option --add-modules " + MODULE);
                }
                if (!VectorKernel.isSupported()) {
                    throw new IllegalStateException(
                            "the vector kernel needs vectors of at least 128 bits");
                }
                yield new VectorKernel(threads);
            }
            case AUTO -> {
                if (!present) {
                    yield new ScalarKernel("scalar (without " + MODULE + ")", threads);
                }
                yield VectorKernel.isSupported()
                        ? new VectorKernel(threads)
                        : new ScalarKernel("scalar (vectors too narrow)", threads);
            }
        };
    }
}
