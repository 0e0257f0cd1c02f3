package dev.weightscope.session;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.FileName;
import dev.weightscope.option.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Settings named by what differs among them: `Normal, std 0.05` is enough for one, where there are
/// two of it they are `Normal, std 0.05, tanh` and `Normal, std 0.05, ReLU`. Keeps what it has
/// found: for one thread at a time.
public final class PinNames {
    /// No two doubles have these in common.
    private static final int MOST_DIGITS = 17;

    private final List<Experiment> told;
    private final Map<Experiment, String> found = new HashMap<>();
    private @Nullable Experiment live;
    private String liveName = "";

    /// Names that do not depend on the live setting, so that they stand still while that one moves.
    public PinNames(Pins pins) {
        this(pins.kept().stream().map(Pin::experiment).toList());
    }

    private PinNames(List<Experiment> told) {
        this.told = told;
    }

    /// Names that tell pins from the live setting too: where that one does not move, as on the
    /// command line.
    public static PinNames beside(Experiment live, Pins pins) {
        return new PinNames(
                Stream.concat(Stream.of(live), pins.kept().stream().map(Pin::experiment)).toList());
    }

    /// The name that a person gave it, or else the setting's label with what tells it from the
    /// others of the same label.
    public String of(Pin pin) {
        return pin.name().orElseGet(() -> found.computeIfAbsent(pin.experiment(), this::name));
    }

    /// The live setting's name: its label, with what tells it from the pins of the same label.
    public String ofLive(Experiment now) {
        if (!now.equals(live)) {
            live = now;
            liveName = name(now);
        }
        return liveName;
    }

    private String name(Experiment experiment) {
        List<Experiment> alike =
                told.stream()
                        .filter(other -> !other.equals(experiment))
                        .filter(other -> other.label().equals(experiment.label()))
                        .toList();
        List<String> parts = new ArrayList<>(List.of(experiment.label(digits(experiment, alike))));
        ExperimentOptions.ALL.list().stream()
                .filter(option -> !option.equals(ExperimentOptions.GAIN))
                .filter(option ->
                        alike.stream().anyMatch(other -> differs(option, experiment, other)))
                .map(option -> part(option, experiment))
                .flatMap(Optional::stream)
                .forEach(parts::add);
        return String.join(", ", parts);
    }

    /// How many of a gain's digits tell it from the gains of others.
    private static int digits(Experiment experiment, List<Experiment> alike) {
        return IntStream.range(Experiment.LABEL_DIGITS, MOST_DIGITS)
                .filter(digits ->
                        alike.stream()
                                .filter(other -> other.gain() != experiment.gain())
                                .noneMatch(other ->
                                        other.label(digits).equals(experiment.label(digits))))
                .findFirst()
                .orElse(MOST_DIGITS);
    }

    private static boolean differs(Option<Experiment, ?> option, Experiment one, Experiment other) {
        return !Objects.equals(option.write(one), option.write(other));
    }

    /// `Tanh`, `depth 20`, `table.csv`.
    private static Optional<String> part(Option<Experiment, ?> option, Experiment experiment) {
        if (option.equals(ExperimentOptions.ACTIVATION)) {
            return Optional.of(experiment.activation().label());
        }
        if (option.equals(ExperimentOptions.INPUT)) {
            return option.write(experiment).map(FileName::of);
        }
        return option.write(experiment).map(text -> option.key().replace('-', ' ') + " " + text);
    }
}
