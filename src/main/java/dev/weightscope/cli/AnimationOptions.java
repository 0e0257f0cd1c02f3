package dev.weightscope.cli;

import dev.weightscope.animation.Sweep;
import dev.weightscope.animation.Way;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.export.AnimationFile;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import dev.weightscope.option.SliderScale;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Pictures of a number on its way.
final class AnimationOptions {
    private static final String ANIMATE = "--animate";
    private static final String FROM = "--from";
    private static final String TO = "--to";
    private static final String FRAMES = "--frames";
    private static final String LOG = "--log";
    private static final String FPS = "--fps";
    private static final WholeNumber COUNT = new WholeNumber(2, Sweep.MOST_FRAMES);
    private static final WholeNumber RATE = new WholeNumber(1, AnimationFile.MOST_FRAMES_A_SECOND);
    private static final String USUAL_FRAMES = "60";
    private static final String USUAL_RATE = "10";

    /// What says something of an animation, and nothing without [#ANIMATE].
    static final List<String> FLAGS = List.of(FROM, TO, FRAMES, LOG, FPS);

    private AnimationOptions() {}

    /// @param spec modified
    /// @param moments what else is animated: `, and step of training`
    static void add(CommandSpec spec, String moments) {
        spec.addOption(
                Specs.option(
                                ANIMATE,
                                "OPTION",
                                "Animate this option's number from one value to another, on axes"
                                    + " that hold all frames: a GIF file for each picture or, with"
                                    + " --pictures png, svg or pdf, a folder of numbered ones. Of "
                                        + Sweep.animated(ExperimentOptions.ALL.list()).stream()
                                                .map(Option::key)
                                                .collect(Collectors.joining(", "))
                                        + "; of the settings of the chosen charts%s. Ctrl+C ends"
                                                .formatted(moments)
                                        + " it and leaves no part.")
                        .build());
        spec.addOption(Specs.option(FROM, "X", "Of the first frame of --animate.").build());
        spec.addOption(Specs.option(TO, "X", "Of the last frame of --animate.").build());
        spec.addOption(
                Specs.option(
                                FRAMES,
                                "N",
                                "How many frames. %s. Default: %s."
                                        .formatted(COUNT.bounds(), USUAL_FRAMES))
                        .build());
        spec.addOption(
                Specs.flag(
                        LOG,
                        "Frames at equal ratios, which is so without it where the option's slider"
                                + " is logarithmic."));
        spec.addOption(
                Specs.option(
                                FPS,
                                "N",
                                "Frames of a GIF file a second. %s. Default: %s."
                                        .formatted(RATE.bounds(), USUAL_RATE))
                        .build());
    }

    static boolean areGiven(ParseResult parsed) {
        return parsed.hasMatchedOption(ANIMATE);
    }

    /// @param others what means something else
    /// @throws Refusal if something is said of an animation, and there is none
    static void refuseAlone(ParseResult parsed, Set<String> others) {
        for (String option : FLAGS) {
            if (parsed.hasMatchedOption(option) && !others.contains(option)) {
                throw new Refusal(
                        "%s is of an animation; give %s OPTION too".formatted(option, ANIMATE));
            }
        }
    }

    /// @throws Refusal in one sentence, if it is not all there
    static Way way(ParseResult parsed) {
        for (String end : List.of(FROM, TO)) {
            if (!parsed.hasMatchedOption(end)) {
                throw new Refusal(
                        "%s needs both ends of the way; give %s too".formatted(ANIMATE, end));
            }
        }
        String typed = parsed.matchedOptionValue(ANIMATE, "");
        return new Way(
                typed.startsWith("--") ? typed.substring(2) : typed,
                parsed.matchedOptionValue(FROM, ""),
                parsed.matchedOptionValue(TO, ""),
                COUNT.read("frames", parsed.matchedOptionValue(FRAMES, USUAL_FRAMES)).intValue(),
                parsed.hasMatchedOption(LOG) ? Optional.of(SliderScale.LOG) : Optional.empty());
    }

    static int rate(ParseResult parsed) {
        return RATE.read("fps", parsed.matchedOptionValue(FPS, USUAL_RATE)).intValue();
    }
}
