package dev.weightscope.cli;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.file.NamedPath;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Where pictures go, and how fine they are.
final class PictureOptions {
    private static final String OUT = "--out";
    private static final String PIXELS = "--pixels";

    private PictureOptions() {}

    static OptionSpec.Builder out(String description) {
        return Specs.option(OUT, "DIR", description);
    }

    /// @param spec modified
    static void addPixels(CommandSpec spec) {
        spec.addOption(
                Specs.option(
                                PIXELS,
                                Specs.keys(PixelScale.values()),
                                "Pixels of pictures for each unit of length. Default: 2x.")
                        .build());
    }

    static boolean areGiven(ParseResult parsed) {
        return parsed.hasMatchedOption(OUT);
    }

    /// @throws Refusal if it is the name of something else
    static Path directory(ParseResult parsed) {
        String text = parsed.matchedOptionValue(OUT, "");
        Path directory = NamedPath.of(text);
        if (!text.isEmpty() && (Files.isDirectory(directory) || !Files.exists(directory))) {
            return directory;
        }
        throw new Refusal(
                "out \"%s\" is not a directory; name one, or a new one"
                        .formatted(Quoted.path(text)));
    }

    /// @throws Refusal if pixels are given, and no place for pictures
    static void refusePixelsAlone(ParseResult parsed) {
        if (parsed.hasMatchedOption(PIXELS)) {
            throw new Refusal("%s is of pictures; give %s too".formatted(PIXELS, OUT));
        }
    }

    static PixelScale pixels(ParseResult parsed) {
        return Keyed.find(
                "pixels",
                PixelScale.values(),
                parsed.matchedOptionValue(PIXELS, PixelScale.X2.key()));
    }
}
