package dev.weightscope.option;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.List;
import java.util.random.RandomGenerator;

/// Whether something is wanted: typed as the option alone, `--theory`, and `--theory=off` where it
/// would be on if nothing were said.
public record Flag() implements Codec<Boolean> {
    /// What the option alone says.
    public static final String ON = "on";

    static final String OFF = "off";

    @Override
    public Form form() {
        return Form.FLAG;
    }

    @Override
    public String placeholder() {
        return ON + "|" + OFF;
    }

    @Override
    public List<String> choices() {
        return List.of(ON, OFF);
    }

    @Override
    public Boolean read(String name, String text) {
        return switch (text) {
            case ON -> true;
            case OFF -> false;
            default ->
                    throw new Refusal(
                            "%s %s is neither on nor off; write --%s alone for on"
                                    .formatted(name, Quoted.of(text), name));
        };
    }

    @Override
    public String write(Boolean value) {
        return value ? ON : OFF;
    }

    @Override
    public Boolean sample(RandomGenerator random) {
        return random.nextBoolean();
    }
}
