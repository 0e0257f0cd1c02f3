package dev.weightscope.cli;

import dev.weightscope.chart.FigureShape;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.PictureForm;
import dev.weightscope.file.NamedPath;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Where pictures go, what they are written as, and how fine they are.
final class PictureOptions {
    private static final String OUT = "--out";
    private static final String PICTURES = "--pictures";
    private static final String PIXELS = "--pixels";
    private static final String SIZE = "--size";

    private PictureOptions() {}

    static OptionSpec.Builder out(String description) {
        return Specs.option(OUT, "DIR", description);
    }

    /// @param spec modified
    static void addStyle(CommandSpec spec) {
        spec.addOption(
                Specs.option(
                                PICTURES,
                                Specs.keys(PictureForm.values()),
                                "What pictures are written as: pixels (png, gif), or shapes and"
                                        + " texts that are sharp at every size (svg, pdf)."
                                        + " Default: png.")
                        .build());
        spec.addOption(
                Specs.option(
                                PIXELS,
                                Specs.keys(PixelScale.values()),
                                "Pixels for each unit of length. Default: 2x, and 1x of an"
                                        + " animation.")
                        .build());
        spec.addOption(
                Specs.option(
                                SIZE,
                                Specs.keys(FigureShape.values()),
                                "What pictures are made for: a slide of 16:9, one column or two of"
                                    + " a paper, where texts are as large as others print them."
                                    + " Without it they are 1200 units wide, and higher with more"
                                    + " charts.")
                        .build());
    }

    /// What pictures are made for; empty where nothing is said.
    private static Optional<FigureShape> shape(ParseResult parsed) {
        return Optional.<String>ofNullable(parsed.matchedOptionValue(SIZE, null))
                .map(key -> Keyed.find("size", FigureShape.values(), key));
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

    /// @throws Refusal if it is said how pictures are written, and no place for them
    static void refuseStyleAlone(ParseResult parsed) {
        for (String option : List.of(PICTURES, PIXELS, SIZE, ChosenCharts.CHARTS)) {
            if (parsed.hasMatchedOption(option)) {
                throw new Refusal("%s is of pictures; give %s too".formatted(option, OUT));
            }
        }
    }

    /// As pictures are written where nothing is said.
    ///
    /// @throws Refusal if pixels are given for pictures without any
    static PictureStyle style(ParseResult parsed) {
        return style(parsed, PictureStyle.DEFAULT);
    }

    /// @param unsaid what holds where nothing is said
    /// @throws Refusal if pixels are given for pictures without any
    static PictureStyle style(ParseResult parsed, PictureStyle unsaid) {
        PictureForm form =
                Keyed.find(
                        "pictures",
                        PictureForm.values(),
                        parsed.matchedOptionValue(PICTURES, unsaid.form().key()));
        if (parsed.hasMatchedOption(PIXELS) && !form.hasPixels()) {
            throw new Refusal(
                    "%s is of PNG pictures; leave it out, or give %s png"
                            .formatted(PIXELS, PICTURES));
        }
        return new PictureStyle(
                form,
                Keyed.find(
                        "pixels",
                        PixelScale.values(),
                        parsed.matchedOptionValue(PIXELS, unsaid.pixels().key())),
                shape(parsed));
    }
}
