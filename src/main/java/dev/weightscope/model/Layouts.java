package dev.weightscope.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the weights of a file lie, as far as somebody has said it.
///
/// @param all holds for all weights but those of `own`; empty where it is to be guessed for each
/// @param own weights by their names, each with its layout
public record Layouts(Optional<Layout> all, TensorChoice own) {
    /// Nobody has said anything.
    public static final Layouts GUESSED = new Layouts(Optional.empty(), TensorChoice.ALL);

    private static final String GUESS = "guess";

    /// @param own those that have no layout are left out
    public Layouts {
        own =
                new TensorChoice(
                        own.tensors().stream().filter(each -> each.layout().isPresent()).toList());
    }

    public static Layouts of(Layout all) {
        return new Layouts(Optional.of(all), TensorChoice.ALL);
    }

    /// Those of a text: `guess`, `in-out`, `fc1.weight:in-out` or `in-out,fc1.weight:out-in`, with
    /// names as those of [TensorChoice].
    ///
    /// @param name of what is read, for the sentence
    /// @throws Refusal in one sentence, if it is none
    public static Layouts parse(String name, String text) {
        List<TensorChoice.Named> own = new ArrayList<>();
        Optional<Layout> all = Optional.empty();
        if (text.isBlank() || TensorChoice.parse(text).equals(TensorChoice.ALL)) {
            throw unknown(name, text);
        }
        for (TensorChoice.Named each : TensorChoice.parse(text).tensors()) {
            if (each.layout().isPresent()) {
                own.add(each);
            } else if (!each.name().equals(GUESS)) {
                all = Optional.of(layout(name, each.name()));
            }
        }
        return new Layouts(all, new TensorChoice(own));
    }

    private static Layout layout(String name, String key) {
        for (Layout layout : Layout.values()) {
            if (layout.key().equals(key)) {
                return layout;
            }
        }
        throw unknown(name, key);
    }

    private static Refusal unknown(String name, String key) {
        return new Refusal(
                ("%s %s is unknown; there are: %s, out-in, in-out, and behind the name of a tensor"
                                + " and a colon those two for it alone, such as fc1.weight:in-out")
                        .formatted(name, Quoted.of(key), GUESS));
    }

    /// The inverse of [#parse].
    public String text() {
        String first = all.map(Layout::key).orElse(own.tensors().isEmpty() ? GUESS : "");
        String rest = own.tensors().isEmpty() ? "" : own.text();
        return first + (first.isEmpty() || rest.isEmpty() ? "" : ",") + rest;
    }

    /// What was said of a weight; empty where it is to be guessed.
    public Optional<Layout> of(String tensor) {
        return own(tensor).or(() -> all);
    }

    /// What was said of a weight alone.
    public Optional<Layout> own(String tensor) {
        return own.tensors().stream()
                .filter(each -> each.name().equals(tensor))
                .findFirst()
                .flatMap(TensorChoice.Named::layout);
    }

    public Layouts withAll(Optional<Layout> newAll) {
        return new Layouts(newAll, own);
    }

    /// Says it of one weight alone, or, if empty, says it no more.
    public Layouts with(String tensor, Optional<Layout> layout) {
        List<TensorChoice.Named> named = new ArrayList<>(own.tensors());
        named.removeIf(each -> each.name().equals(tensor));
        layout.ifPresent(each -> named.add(TensorChoice.Named.of(tensor, each)));
        return new Layouts(all, new TensorChoice(named));
    }
}
