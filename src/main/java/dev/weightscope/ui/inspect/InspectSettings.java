package dev.weightscope.ui.inspect;

import dev.weightscope.model.Layouts;
import dev.weightscope.model.TensorChoice;
import dev.weightscope.option.Codec;
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
/// @param layouts of both
public record InspectSettings(String file, String other, Layouts layouts) {
    static final InspectSettings NOTHING = new InspectSettings("", "", Layouts.GUESSED);

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
                                    "How weights lie.",
                                    new TextCodec<>(
                                            Codec.Form.WORD,
                                            "LAYOUTS",
                                            List.of("guess", "out-in", "in-out"),
                                            List.of("guess", "out-in", "in-out,a\\,b:out-in"),
                                            Layouts::parse,
                                            Layouts::text),
                                    InspectSettings::withLayouts,
                                    InspectSettings::layouts)));

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

    /// Another file, alone, whose tensors are others.
    InspectSettings opening(String opened) {
        return new InspectSettings(opened, "", new Layouts(layouts.all(), TensorChoice.ALL));
    }

    InspectSettings withFile(String newFile) {
        return new InspectSettings(newFile, other, layouts);
    }

    InspectSettings withOther(String newOther) {
        return new InspectSettings(file, newOther, layouts);
    }

    InspectSettings withLayouts(Layouts newLayouts) {
        return new InspectSettings(file, other, newLayouts);
    }

    boolean isNothing() {
        return file.isEmpty();
    }
}
