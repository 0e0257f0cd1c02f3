package dev.weightscope.kernel;

import dev.weightscope.model.Keyed;
import dev.weightscope.model.Refusal;
import java.time.Duration;
import java.util.Optional;

/// The choice between the forms of the kernel.
public final class Kernels {
    /// How long all is left to the plain loops, unless something else is said: as long as the first
    /// answer to the default experiment takes on a usual machine.
    public static final Duration HEAD_START = Duration.ofMillis(800);

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

    /// The fastest kernel that this process can run. It computes in plain loops until its vector
    /// form is compiled, which takes some seconds; until then nothing of it is loaded that a short
    /// run could do without.
    ///
    /// @param threads at least 1, the calling one included
    public static Kernel automatic(int threads) {
        return automatic(threads, HEAD_START);
    }

    /// As above.
    ///
    /// @param headStart how long all is left to the plain loops, unless [Kernel#prepare] ends it
    public static Kernel automatic(int threads, Duration headStart) {
        return new TiledKernel(
                new WarmingForm(
                        new ScalarForm(), Kernels::vectorForm, headStart, new VectorRehearsal()),
                threads);
    }

    private static Optional<Form> vectorForm() {
        return obstacle() == Obstacle.NONE ? Optional.of(new VectorForm()) : Optional.empty();
    }

    /// The kernel in plain loops, which every process can run.
    ///
    /// @param threads at least 1, the calling one included
    public static Kernel scalar(int threads) {
        return new TiledKernel(CurrentForm.fixed(new ScalarForm()), threads);
    }

    /// Makes the kernel of a choice, which is in this form from its first call on.
    ///
    /// @param threads at least 1, the calling one included
    /// @throws Refusal as [#requireRunnable]
    public static Kernel choose(Choice choice, int threads) {
        requireRunnable(choice);
        return switch (choice) {
            case SCALAR -> scalar(threads);
            case VECTOR -> vector(threads);
            case AUTO -> obstacle() == Obstacle.NONE ? vector(threads) : scalar(threads);
        };
    }

    private static Kernel vector(int threads) {
        return new TiledKernel(CurrentForm.fixed(new VectorForm()), threads);
    }

    /// Why a choice leads to the kernel that it leads to, [#automatic] or [#choose], for people.
    public static String reason(Choice choice) {
        return switch (choice) {
            case SCALAR, VECTOR -> "chosen by --kernel " + choice.key();
            case AUTO ->
                    switch (obstacle()) {
                        case NONE ->
                                "automatic: this machine has %d-bit vectors; the scalar kernel stands in until their code is compiled"
                                        .formatted(Float.SIZE * VectorFunctions.LANES);
                        case NO_MODULE -> "automatic: there is no module " + VectorModule.NAME;
                        case NARROW_VECTORS ->
                                "automatic: this machine has no %d-bit vectors"
                                        .formatted(VectorForm.LEAST_BITS);
                    };
        };
    }

    /// Checks that this process can run what is chosen.
    ///
    /// @throws Refusal in one sentence, if the vector form is asked for without the module or the
    ///   vectors that it needs
    public static void requireRunnable(Choice choice) {
        if (choice != Choice.VECTOR) {
            return;
        }
        switch (obstacle()) {
            case NONE -> {}
            case NO_MODULE ->
                    throw new Refusal(
                            "kernel vector needs java's option --add-modules %s; without it there is scalar"
                                    .formatted(VectorModule.NAME));
            case NARROW_VECTORS ->
                    throw new Refusal(
                            "kernel vector needs vectors of %d bits, which this machine does not have; there is scalar"
                                    .formatted(VectorForm.LEAST_BITS));
        }
    }

    /// Why this process cannot run the vector form.
    private enum Obstacle {
        NONE,
        NO_MODULE,
        NARROW_VECTORS
    }

    private static Obstacle obstacle() {
        // the vector classes are linked only after this says that they can be
        if (!VectorModule.isPresent()) {
            return Obstacle.NO_MODULE;
        }
        return VectorForm.isSupported() ? Obstacle.NONE : Obstacle.NARROW_VECTORS;
    }
}
