package dev.weightscope.ui.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.Property;

/// What is chosen in the window beside the experiment, as words: which tab, which layout, which
/// axis. Each part of the window says once what of it is to be kept; a word for a part that is not
/// there yet waits for it.
public final class ViewState {
    private final List<Kept> kept = new ArrayList<>();
    private final Map<String, String> waiting = new TreeMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /// A choice as a word.
    private record Kept(String key, Supplier<String> write, Consumer<String> read) {}

    /// Keeps a choice among an enum's values: `PRE_ACTIVATION` as `pre-activation`.
    ///
    /// @param key never changes: it stands in files
    public <E extends Enum<E>> void keep(String key, Property<E> choice, Class<E> type) {
        keep(
                key,
                choice,
                value -> word(value),
                text -> {
                    for (E value : type.getEnumConstants()) {
                        if (word(value).equals(text)) {
                            choice.setValue(value);
                        }
                    }
                });
    }

    /// Keeps whether something is on.
    public void keep(String key, Property<Boolean> isOn) {
        keep(
                key,
                isOn,
                on -> on ? "on" : "off",
                text -> {
                    if (text.equals("on") || text.equals("off")) {
                        isOn.setValue(text.equals("on"));
                    }
                });
    }

    /// Keeps a choice in a form of its own.
    ///
    /// @param read does nothing with a word that stands for none
    public <T> void keep(
            String key, Property<T> choice, Function<T, String> write, Consumer<String> read) {
        kept.add(new Kept(key, () -> write.apply(choice.getValue()), read));
        String word = waiting.remove(key);
        if (word != null) {
            read.accept(word);
        }
        choice.addListener((_, _, _) -> listeners.forEach(Runnable::run));
    }

    /// All choices, by their keys.
    public SequencedMap<String, String> words() {
        SequencedMap<String, String> words = new TreeMap<>(waiting);
        kept.forEach(each -> words.put(each.key, each.write.get()));
        return Collections.unmodifiableSequencedMap(words);
    }

    /// Makes choices; what is not named stays, and words that stand for nothing here change
    /// nothing.
    public void choose(Map<String, String> words) {
        waiting.putAll(words);
        for (Kept each : List.copyOf(kept)) { // a tab that comes to sight adds to them
            String word = waiting.remove(each.key);
            if (word != null) {
                each.read.accept(word);
            }
        }
    }

    /// Calls `action` after each change of a choice.
    public void onChange(Runnable action) {
        listeners.add(action);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
