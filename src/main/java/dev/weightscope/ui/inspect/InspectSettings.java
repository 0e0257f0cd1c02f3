package dev.weightscope.ui.inspect;

import dev.weightscope.option.Codec;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.TextCodec;
import dev.weightscope.weights.WeightFile;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What is inspected.
///
/// @param file its path, or the key of one that comes along; empty for none
/// @param other the file that it is compared with; empty for none
/// @param layout of both
public record InspectSettings(String file, String other, LayoutChoice layout) {
    static final InspectSettings NOTHING = new InspectSettings("", "", LayoutChoice.GUESSED);

    /// As they are saved.
    static final Options<InspectSettings> OPTIONS =
            new Options<>(
                    NOTHING,
                    List.of(
                            path(
                                    "file",
                                    "The file of weights that is inspected.",
                                    InspectSettings::withFile,
                                    InspectSettings::file),
                            path(
                                    "other",
                                    "The file that it is compared with.",
                                    InspectSettings::withOther,
                                    InspectSettings::other),
                            Option.of(
                                    "layout",
                                    "Layout",
                                    "How all weights lie.",
                                    OneOf.of(LayoutChoice.values()),
                                    InspectSettings::withLayout,
                                    InspectSettings::layout)));

    private static Option<InspectSettings, String> path(
            String key,
            String help,
            BiFunction<InspectSettings, String, InspectSettings> with,
            Function<InspectSettings, String> get) {
        return Option.of(
                key,
                key,
                help,
                new TextCodec<>(
                        Codec.Form.WORD,
                        "FILE",
                        List.of(WeightFile.EXAMPLE),
                        List.of(WeightFile.EXAMPLE),
                        (_, text) -> text,
                        text -> text),
                with,
                get);
    }

    /// Another file, alone.
    InspectSettings opening(String opened) {
        return new InspectSettings(opened, "", layout);
    }

    InspectSettings withFile(String newFile) {
        return new InspectSettings(newFile, other, layout);
    }

    InspectSettings withOther(String newOther) {
        return new InspectSettings(file, newOther, layout);
    }

    InspectSettings withLayout(LayoutChoice newLayout) {
        return new InspectSettings(file, other, newLayout);
    }

    boolean isNothing() {
        return file.isEmpty();
    }
}
