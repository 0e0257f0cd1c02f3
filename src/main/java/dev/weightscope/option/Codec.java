package dev.weightscope.option;

import java.util.List;
import java.util.random.RandomGenerator;

/// How a value is typed, read and written, and which values there are. The command line, files and
/// the window's controls are made from it.
public sealed interface Codec<T> permits Flag, NumberCodec, OneOf, TextCodec {
    /// What a value's text stands for.
    enum Form {
        NUMBER,
        /// Numbers with commas between them.
        NUMBERS,
        WORD,
        /// `on` or `off`.
        FLAG
    }

    Form form();

    /// What stands for the value in a synopsis: `N`.
    String placeholder();

    /// The fixed texts there are to choose from; empty where any number or name will do.
    List<String> choices();

    /// The value of a text.
    ///
    /// @param name what is read, for the message
    /// @throws dev.weightscope.model.Refusal in one sentence that says what is wrong and what would
    ///   be right
    T read(String name, String text);

    /// The inverse of [#read].
    String write(T value);

    /// A value like those that people choose.
    T sample(RandomGenerator random);
}
