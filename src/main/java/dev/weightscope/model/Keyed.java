package dev.weightscope.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A member of a catalogue: files and arguments use the key, which never changes; the window shows
/// the label, which may.
public interface Keyed {
    /// Stable, lower case, words joined by hyphens: `he-normal`.
    String key();

    /// For people: `He normal`.
    String label();

    /// The member of `catalogue` with this key.
    ///
    /// @param noun what the catalogue lists, for the message: "activation"
    /// @throws Refusal naming the key and all keys there are
    static <T extends Keyed> T find(String noun, List<T> catalogue, String key) {
        return catalogue.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> unknown(noun, catalogue, key));
    }

    /// [#find(String, List, String)] in an enum's values.
    static <T extends Keyed> T find(String noun, T[] catalogue, String key) {
        return find(noun, Arrays.asList(catalogue), key);
    }

    private static Refusal unknown(String noun, List<? extends Keyed> catalogue, String key) {
        String keys = catalogue.stream().map(Keyed::key).collect(Collectors.joining(", "));
        return new Refusal("%s %s is unknown; there are: %s".formatted(noun, Quoted.of(key), keys));
    }
}
