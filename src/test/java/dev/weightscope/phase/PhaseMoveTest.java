package dev.weightscope.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.theory.PlanePlace;
import org.junit.jupiter.api.Test;

class PhaseMoveTest {
    private static PlanePlace.At place(Experiment experiment) {
        return assertInstanceOf(PlanePlace.At.class, PlanePlace.of(experiment, () -> {}));
    }

    @Test
    void everyInitializerWithAKnownLawCanBeMovedAnywhere() {
        int moved = 0;
        int refused = 0;
        for (InitializerScheme scheme : InitializerScheme.values()) {
            Experiment from =
                    Experiment.DEFAULT
                            .withInitializer(StandardInitializer.of(scheme))
                            .withDepth(6)
                            .withWidth(40);
            Experiment to;
            try {
                to = PhaseMove.to(from, 1.7, 0.05);
            } catch (Refusal why) {
                refused++;
                continue;
            }
            PlanePlace.At place = place(to);
            if (scheme != InitializerScheme.LSUV) {
                assertEquals(1.7, place.weightVariance(), 1e-9, scheme.key());
                moved++;
            }
            assertEquals(0.05, place.biasVariance(), 1e-12, scheme.key());
        }
        assertEquals(InitializerScheme.values().length - 1, moved + refused);
    }

    @Test
    void uniformBiasesStayUniformAndNoneStaysNone() {
        Experiment uniform = Experiment.DEFAULT.withBias(new Bias(BiasKind.UNIFORM, 0.3));
        Experiment moved = PhaseMove.to(uniform, 2, 0.12);
        assertEquals(BiasKind.UNIFORM, moved.bias().kind());
        assertEquals(0.12, place(moved).biasVariance(), 1e-12);
        Experiment without = PhaseMove.to(Experiment.DEFAULT, 2, 0);
        assertEquals(Experiment.DEFAULT.bias(), without.bias());
        assertEquals(BiasKind.ZERO, PhaseMove.to(uniform, 2, 0).bias().kind());
        assertEquals(
                BiasKind.NORMAL,
                PhaseMove.to(Experiment.DEFAULT.withBias(new Bias(BiasKind.CONSTANT, 0.3)), 2, 0.1)
                        .bias()
                        .kind());
    }

    @Test
    void aGainOfNothingIsLeftAgain() {
        assertEquals(
                1.3,
                place(PhaseMove.withGain(Experiment.DEFAULT.withGain(0), 1.3)).weightVariance(),
                1e-12);
    }

    @Test
    void weightsWithoutAVarianceAreRefused() {
        for (InitializerScheme scheme :
                new InitializerScheme[] {
                    InitializerScheme.ZEROS, InitializerScheme.CONSTANT, InitializerScheme.IDENTITY
                }) {
            Experiment experiment =
                    Experiment.DEFAULT.withInitializer(StandardInitializer.of(scheme));
            assertThrows(Refusal.class, () -> PhaseMove.to(experiment, 1, 0.1), scheme.key());
        }
    }
}
