package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Refusal;
import dev.weightscope.preset.Preset;
import dev.weightscope.signal.FigureContent;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and writes its pictures and its table.
///
/// @param others labs whose pictures can be asked for in the place of the signal's; one with a
///   `--what` of its own, or an option that is an animation's here, writes its pictures by its own
///   command alone
record ExportCommand(PrintStream out, List<LabCommand<?, ?>> others, Terminal terminal)
        implements Command {
    private static final String WHAT = "--what";

    /// Of which the pictures of its own are.
    private static final SignalLab SIGNAL = new SignalLab();

    ExportCommand {
        others =
                others.stream()
                        .filter(each -> !each.lab().key().equals(SIGNAL.key()))
                        .filter(each -> !each.ownFlags().contains(WHAT))
                        .filter(each ->
                                Collections.disjoint(each.ownFlags(), AnimationOptions.FLAGS))
                        .toList();
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put("--out pictures --preset relu-he --pictures pdf", "Pictures for a paper.");
        examples.put(
                "--out pictures --what depth --activation tanh --animate gain --from 0.5 --to 3",
                "An animation for a slide.");
        return examples;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Run an experiment and write its pictures (PNG, SVG or PDF) and its"
                                        + " table (CSV) into a directory.")
                        .addOption(
                                PictureOptions.out("The directory; made if it is missing.")
                                        .required(true)
                                        .build())
                        .addOption(
                                Specs.option(
                                                WHAT,
                                                String.join("|", contents()),
                                                "Which pictures; all gives each by itself and both"
                                                        + " in one%s. Default: all."
                                                                .formatted(ofOthers()))
                                        .build());
        PictureOptions.addStyle(spec);
        AnimationOptions.add(spec);
        Specs.addOptions(spec, SIGNAL.options());
        for (LabCommand<?, ?> other : others) {
            other.addOwnOptions(spec);
        }
        Specs.addExperimentOptions(spec);
        return spec;
    }

    private List<String> contents() {
        return Stream.concat(
                        Arrays.stream(FigureContent.values()).map(FigureContent::key),
                        others.stream().map(each -> each.lab().key()))
                .toList();
    }

    /// `; training gives those of train`
    private String ofOthers() {
        return others.stream()
                .map(each -> "; %s gives those of %s".formatted(each.lab().key(), each.name()))
                .collect(Collectors.joining());
    }

    /// Prints the files written.
    @Override
    public void execute(ParseResult parsed, EngineSettings settings) throws IOException {
        String what = parsed.matchedOptionValue(WHAT, FigureContent.ALL.key());
        Optional<LabCommand<?, ?>> other =
                others.stream().filter(each -> each.lab().key().equals(what)).findFirst();
        refuseOptions(parsed, other);
        if (AnimationOptions.areGiven(parsed)) {
            if (other.isPresent()) {
                throw new Refusal(
                        "%s %s is not animated; leave --animate out".formatted(WHAT, what));
            }
            new AnimatedExport(settings, terminal).write(parsed, content(parsed), out::println);
            return;
        }
        AnimationOptions.refuseAlone(parsed);
        if (other.isPresent()) {
            other.get().write(parsed, settings);
        } else {
            write(parsed, new ExperimentRunner(settings)).forEach(out::println);
        }
    }

    /// @throws Refusal if an option is given that only other pictures read
    private void refuseOptions(ParseResult parsed, Optional<LabCommand<?, ?>> chosen) {
        Set<String> read =
                chosen.map(LabCommand::ownFlags).orElseGet(() -> SIGNAL.options().flags());
        for (LabCommand<?, ?> other : others) {
            for (String flag : other.ownFlags()) {
                if (parsed.hasMatchedOption(flag) && !read.contains(flag)) {
                    throw new Refusal(
                            "%s is of other pictures; leave it out, or give %s %s"
                                    .formatted(flag, WHAT, other.lab().key()));
                }
            }
        }
        for (String flag : SIGNAL.options().flags()) {
            if (parsed.hasMatchedOption(flag) && !read.contains(flag)) {
                throw new Refusal("%s is of the signal's pictures; leave it out".formatted(flag));
            }
        }
    }

    private static FigureContent content(ParseResult parsed) {
        return Keyed.find(
                "what",
                FigureContent.values(),
                parsed.matchedOptionValue(WHAT, FigureContent.ALL.key()));
    }

    private static List<Path> write(ParseResult parsed, ExperimentRunner runner)
            throws IOException {
        Path directory = PictureOptions.directory(parsed);
        PictureStyle style = PictureOptions.style(parsed);
        FigureContent what = content(parsed);
        ChosenExperiment chosen = ChosenExperiment.of(parsed);
        SignalSettings asked = chosen.settings(SIGNAL, parsed);
        what.requireGradients(asked);
        List<Preset.Compared> compared = chosen.compared();
        List<SignalAnswer> answers =
                runner.run(
                        asked,
                        Stream.concat(
                                        Stream.of(chosen.experiment()),
                                        compared.stream().map(Preset.Compared::experiment))
                                .toList());
        List<PictureFiles.Labelled> beside = new ArrayList<>();
        for (int i = 0; i < compared.size(); i++) {
            beside.add(new PictureFiles.Labelled(compared.get(i).label(), answers.get(i + 1)));
        }
        return new PictureFiles(answers.getFirst(), beside, what, style).write(directory);
    }
}
