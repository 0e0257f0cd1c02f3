package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// A lab whose pictures `export` is asked for: its command does it, with the words that it knows.
///
/// @param ownWhat what the command's own option of this name says, `xi-c` of `phase:xi-c`
record OtherLab(LabCommand<?, ?> command, Optional<String> ownWhat) {
    static final String WHAT = "--what";
    private static final String COLON = ":";

    /// @return empty where no other lab's pictures are asked for
    /// @throws Refusal in one sentence, if something stands behind a colon that the lab has not
    static Optional<OtherLab> of(ParseResult parsed, List<LabCommand<?, ?>> others) {
        String[] words = parsed.matchedOptionValue(WHAT, "").split(COLON, 2);
        Optional<OtherLab> chosen =
                others.stream()
                        .filter(each -> each.lab().key().equals(words[0]))
                        .<OtherLab>map(each ->
                                new OtherLab(
                                        each,
                                        words.length == 1
                                                ? Optional.empty()
                                                : Optional.of(words[1])))
                        .findFirst();
        if (chosen.isPresent() && words.length > 1 && !hasWhat(chosen.get().command())) {
            throw new Refusal("%s %s has no kinds; write it alone".formatted(WHAT, words[0]));
        }
        return chosen;
    }

    private static boolean hasWhat(LabCommand<?, ?> command) {
        return command.ownFlags().contains(WHAT);
    }

    /// `; training gives those of train`
    static String help(LabCommand<?, ?> command) {
        String key = command.lab().key();
        return "; %s gives those of %s%s"
                .formatted(
                        key,
                        command.name(),
                        hasWhat(command)
                                ? ", and %s%sX those of its %s X".formatted(key, COLON, WHAT)
                                : "");
    }

    /// Writes its pictures, animated where that is asked for.
    ///
    /// @param parsed by `export`
    void write(ParseResult parsed, EngineSettings settings) throws IOException {
        Set<String> own = command.ownFlags();
        if (!AnimationOptions.areGiven(parsed)) {
            AnimationOptions.refuseAlone(parsed, own);
            command.write(reparsed(parsed), settings);
            return;
        }
        if (!Collections.disjoint(own, AnimationOptions.FLAGS)) {
            throw new Refusal(
                    "%s %s is a number on its way already; leave --animate out"
                            .formatted(WHAT, command.lab().key()));
        }
        command.animate(reparsed(parsed), parsed, settings);
    }

    /// What was typed that the lab's command knows, as typed behind it.
    private ParseResult reparsed(ParseResult parsed) {
        CommandSpec spec = command.spec();
        List<String> words = new ArrayList<>();
        for (OptionSpec option : parsed.matchedOptions()) {
            String flag = option.longestName();
            if (!flag.equals(WHAT) && spec.optionsMap().containsKey(flag)) {
                if (option.arity().max() == 0) {
                    words.add(flag);
                } else {
                    option.stringValues().forEach(value -> words.add(flag + "=" + value));
                }
            }
        }
        ownWhat.ifPresent(what -> words.add(WHAT + "=" + what));
        return new CommandLine(spec).parseArgs(words.toArray(String[]::new));
    }
}
