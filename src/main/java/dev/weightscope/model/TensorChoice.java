package dev.weightscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which matrices of a file become layers, in order.
///
/// @param tensors empty for all of them, in an order that fits
public record TensorChoice(List<Named> tensors) {
    /// All matrices.
    public static final TensorChoice ALL = new TensorChoice(List.of());

    private static final String ALL_TEXT = "all";

    public TensorChoice {
        tensors = List.copyOf(tensors);
    }

    /// A matrix by its name.
    ///
    /// @param layout how it lies; empty where that is to be guessed
    public record Named(String name, Optional<Layout> layout) {
        public static Named of(String name, Layout layout) {
            return new Named(name, Optional.of(layout));
        }

        private static Named parse(String text) {
            for (Layout layout : Layout.values()) {
                String ending = ":" + layout.key();
                if (text.endsWith(ending)) {
                    return of(text.substring(0, text.length() - ending.length()), layout);
                }
            }
            return new Named(text, Optional.empty());
        }

        private String text() {
            String escaped = name.replace("\\", "\\\\").replace(",", "\\,");
            String plain = name.equals(ALL_TEXT) ? "\\" + escaped : escaped;
            return plain + layout.map(each -> ":" + each.key()).orElse("");
        }
    }

    /// The choice of a text: `fc1.weight,fc2.weight:in-out`, or `all`. A comma or a backslash in a
    /// name has a backslash before it.
    ///
    /// @throws Refusal in one sentence, if it is none
    public static TensorChoice parse(String text) {
        if (text.strip().equals(ALL_TEXT)) {
            return ALL;
        }
        List<Named> tensors = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                name.append(text.charAt(i));
            } else if (c == ',') {
                tensors.add(named(name.toString().strip()));
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        return new TensorChoice(tensors);
    }

    private static Named named(String text) {
        Named named = Named.parse(text);
        if (named.name().isEmpty()) {
            throw new Refusal(
                    "tensors needs names with commas between them, such as"
                            + " fc1.weight,fc2.weight:in-out, or all");
        }
        return named;
    }

    /// The inverse of [#parse].
    public String text() {
        return tensors.isEmpty()
                ? ALL_TEXT
                : tensors.stream().map(Named::text).collect(Collectors.joining(","));
    }
}
