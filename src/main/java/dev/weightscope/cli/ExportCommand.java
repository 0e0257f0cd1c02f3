package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Suggestion;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Runs an experiment and writes its pictures and its table, of the signal or of another lab, or
/// the pictures while a number goes its way.
///
/// @param others labs whose pictures can be asked for in the place of the signal's
record ExportCommand(PrintStream out, List<LabCommand<?, ?>> others, Terminal terminal)
        implements Command {
    /// Of which the pictures of its own are.
    private static final SignalLab SIGNAL = new SignalLab();

    /// What people take for a lab, as it is a tab.
    private static final String INSPECT = "inspect";

    ExportCommand {
        others = others.stream().filter(each -> !each.lab().key().equals(SIGNAL.key())).toList();
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
        examples.put(
                "--out pictures --what phase --charts map --animate gain --from 0.5 --to 2",
                "The point of the phase diagram on its way.");
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
                                                OtherLab.WHAT,
                                                String.join("|", contents()),
                                                "Which pictures; all gives each by itself and both"
                                                        + " in one%s. Default: all."
                                                                .formatted(ofOthers()))
                                        .build());
        ChosenCharts.add(spec, "Which charts of another command's, as that command says.");
        PictureOptions.addStyle(spec);
        AnimationOptions.add(spec, moments());
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

    /// `; training gives those of train; phase those of phase, or phase:KEY with its --what`
    private String ofOthers() {
        return others.stream().map(OtherLab::help).collect(Collectors.joining());
    }

    /// `, and step of training`
    private String moments() {
        return others.stream()
                .map(LabCommand::lab)
                .flatMap(lab ->
                        lab.moments().stream()
                                .map(each -> ", and %s of %s".formatted(each.key(), lab.key())))
                .collect(Collectors.joining());
    }

    /// Prints the files written.
    @Override
    public void execute(ParseResult parsed, EngineSettings settings) throws IOException {
        Optional<OtherLab> other = OtherLab.of(parsed, others);
        if (other.isEmpty()) {
            refuseUnknown(parsed.matchedOptionValue(OtherLab.WHAT, FigureContent.ALL.key()));
        }
        refuseOptions(parsed, other);
        if (other.isPresent()) {
            other.get().write(parsed, settings);
            return;
        }
        if (AnimationOptions.areGiven(parsed)) {
            animation(parsed, settings).write(parsed, out::println);
            return;
        }
        AnimationOptions.refuseAlone(parsed, Set.of());
        write(parsed, new ExperimentRunner(settings)).forEach(out::println);
    }

    /// @throws Refusal if there are no pictures of this name, here or in a lab
    private void refuseUnknown(String what) {
        if (what.equals(INSPECT)) {
            throw new Refusal("of files of weights inspect FILE --out DIR writes the pictures");
        }
        if (!contents().contains(what)) {
            throw new Refusal(
                    "what %s is unknown%s; there are: %s"
                            .formatted(
                                    Quoted.of(what),
                                    Suggestion.didYouMean(what, contents()),
                                    String.join(", ", contents())));
        }
    }

    /// @throws Refusal if an option is given that only other pictures read
    private void refuseOptions(ParseResult parsed, Optional<OtherLab> chosen) {
        Set<String> read =
                chosen.map(each -> each.command().ownFlags())
                        .orElseGet(() -> SIGNAL.options().flags());
        for (LabCommand<?, ?> other : others) {
            for (String flag : other.ownFlags()) {
                if (parsed.hasMatchedOption(flag) && !read.contains(flag) && !isOwn(flag)) {
                    throw new Refusal(
                            "%s is of other pictures; leave it out, or give %s %s"
                                    .formatted(flag, OtherLab.WHAT, other.lab().key()));
                }
            }
        }
        for (String flag : SIGNAL.options().flags()) {
            if (parsed.hasMatchedOption(flag) && !read.contains(flag)) {
                throw new Refusal("%s is of the signal's pictures; leave it out".formatted(flag));
            }
        }
        if (chosen.isEmpty() && parsed.hasMatchedOption(ChosenCharts.CHARTS)) {
            throw new Refusal(
                    "%s is of other pictures; leave it out, or give %s %s"
                            .formatted(
                                    ChosenCharts.CHARTS,
                                    OtherLab.WHAT,
                                    others.getFirst().lab().key()));
        }
    }

    /// Whether an option of a lab's command means something else here.
    private static boolean isOwn(String flag) {
        return flag.equals(OtherLab.WHAT) || AnimationOptions.FLAGS.contains(flag);
    }

    private static FigureContent content(ParseResult parsed) {
        return Keyed.find(
                "what",
                FigureContent.values(),
                parsed.matchedOptionValue(OtherLab.WHAT, FigureContent.ALL.key()));
    }

    private AnimatedExport<SignalSettings, SignalAnswer> animation(
            ParseResult parsed, EngineSettings settings) {
        FigureContent what = content(parsed);
        ChosenExperiment chosen = ChosenExperiment.of(parsed);
        SignalSettings asked = chosen.settings(SIGNAL, parsed);
        what.requireGradients(asked);
        return new AnimatedExport<>(
                new AskedLab<>(
                        SIGNAL,
                        new Question<>(chosen.experiment(), asked),
                        PinOptions.ofPreset(chosen),
                        terminal),
                (_, answers) ->
                        (what == FigureContent.ALL ? FigureContent.of(answers) : List.of(what))
                                .stream()
                                        .map(each -> new Picture<>(each.key(), each::parts))
                                        .toList(),
                settings);
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
