package dev.weightscope.ui.bench;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.model.Experiment;
import dev.weightscope.session.Pin;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.util.List;

/// The race that is timed: eight starts of the course notebook's network, five draws of each, 300
/// steps of Adam on all of the breast cancer data.
final class RaceScene {
    private static final String NETWORK = "--widths 30,20,10,1 --activation tanh --initializer ";
    private static final String OPTIONS = "--data breast-cancer --steps 300 --draws 5";

    private static final List<Experiment> STARTS =
            List.of(
                    start("xavier-uniform"),
                    start("low"),
                    start("large"),
                    start("normal --std 1"),
                    start("he-normal"),
                    start("orthogonal"),
                    start("pytorch-linear"),
                    start("zeros"));

    private RaceScene() {}

    private static Experiment start(String initializer) {
        return ExperimentText.parse(NETWORK + initializer);
    }

    /// The first start live, the others pinned.
    static SessionState withSeed(long seed) {
        Pins pins = Pins.NONE;
        for (Experiment start : STARTS.subList(1, STARTS.size())) {
            pins = pins.with(null, Pin.Origin.PERSON, start.withSeed(seed));
        }
        return new SessionState(STARTS.getFirst().withSeed(seed), pins)
                .withLab("training", OPTIONS);
    }
}
