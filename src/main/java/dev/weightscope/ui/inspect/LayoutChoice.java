package dev.weightscope.ui.inspect;

import dev.weightscope.model.Keyed;
import dev.weightscope.model.Layout;
import java.util.Optional;

/// How a person says that weights lie.
public enum LayoutChoice implements Keyed {
    GUESSED("guess", "guess", "each by its bias and its name", Optional.empty()),
    OUT_IN("out-in", "out × in", "as PyTorch has it", Optional.of(Layout.OUT_IN)),
    IN_OUT("in-out", "in × out", "as Keras, Flax and X @ W have it", Optional.of(Layout.IN_OUT));

    private final String key;
    private final String label;
    private final String help;

    // Immutable: an enum's constant or none.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Optional<Layout> layout;

    LayoutChoice(String key, String label, String help, Optional<Layout> layout) {
        this.key = key;
        this.label = label;
        this.help = help;
        this.layout = layout;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// For a line below it.
    String help() {
        return help;
    }

    static LayoutChoice of(Optional<Layout> layout) {
        return layout.map(each -> each == Layout.OUT_IN ? OUT_IN : IN_OUT).orElse(GUESSED);
    }

    /// Empty where it is guessed for each.
    Optional<Layout> layout() {
        return layout;
    }
}
