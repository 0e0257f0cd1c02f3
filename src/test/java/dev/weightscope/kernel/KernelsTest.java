package dev.weightscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KernelsTest {
    @Test
    void theChoiceIsTakenAndDescribed() {
        try (Kernel scalar = Kernels.choose(Kernels.Choice.SCALAR, 1);
                Kernel vector = Kernels.choose(Kernels.Choice.VECTOR, 2)) {
            assertEquals("scalar, 1 thread", scalar.description());
            assertTrue(
                    vector.description().matches("vector of \\d+ lanes, 2 threads"),
                    vector.description());
        }
    }

    @Test
    void theAutomaticChoiceIsTheVectorFormWhereItsModuleIs() {
        try (Kernel kernel = Kernels.choose(Kernels.Choice.AUTO, 2)) {
            assertTrue(kernel.description().startsWith("vector of "), kernel.description());
        }
        String reason = Kernels.reason(Kernels.Choice.AUTO);
        assertTrue(reason.matches("automatic: this machine has \\d+-bit vectors; .*"), reason);
    }
}
