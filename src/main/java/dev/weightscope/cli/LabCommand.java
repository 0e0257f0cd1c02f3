package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.AnswerJson;
import dev.weightscope.export.TableFile;
import dev.weightscope.export.TableText;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.DrawnNetwork;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Refusal;
import dev.weightscope.session.Pins;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Asks a lab about an experiment, and what it is compared with, and prints the answer.
record LabCommand<S, A>(Lab<S, A> lab, PrintStream out, Terminal terminal) implements Command {
    private static final String INTERRUPTION =
            " Ctrl+C ends it with what is there: that is printed, and the exit code is 130.";

    @Override
    public String name() {
        return lab.command();
    }

    @Override
    public SequencedMap<String, String> examples() {
        return lab.examples();
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Specs.command(lab.help() + (lab.isLong() ? INTERRUPTION : ""));
        OutputForm.add(spec);
        spec.addOption(
                PictureOptions.out(
                                "Write the pictures (PNG, SVG or PDF) and the table (CSV) into this"
                                        + " directory instead; it is made if it is missing.")
                        .build());
        PictureOptions.addStyle(spec);
        ChosenCharts.add(
                spec,
                "Which charts: %s. Default: all that there are."
                        .formatted(String.join(", ", ChosenCharts.keys(lab))));
        if (lab.network().isPresent()) {
            SavedWeights.addOption(spec);
        }
        addOwnOptions(spec);
        Specs.addExperimentOptions(spec);
        return spec;
    }

    /// The pins and the lab's own options, but for those that are there.
    ///
    /// @param spec modified
    void addOwnOptions(CommandSpec spec) {
        if (lab.compares()) {
            PinOptions.add(spec);
        }
        Specs.addOptions(spec, lab.options());
    }

    /// What [#addOwnOptions] adds.
    Set<String> ownFlags() {
        Set<String> flags = new HashSet<>(lab.options().flags());
        if (lab.compares()) {
            flags.add(PinOptions.PIN);
        }
        return flags;
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) throws IOException {
        OutputForm form = OutputForm.of(parsed);
        boolean files = PictureOptions.areGiven(parsed);
        if (files && form != OutputForm.TEXT) {
            throw new Refusal("--out and --json or --csv contradict each other; give one");
        }
        Optional<SavedWeights> weights = SavedWeights.of(parsed);
        if (files) {
            AskedLab<S, A> asked = asked(parsed);
            write(asked, parsed, settings);
            save(weights, asked, settings);
            return;
        }
        PictureOptions.refuseStyleAlone(parsed);
        AskedLab<S, A> asked = asked(parsed);
        AskedLab.Result<S, A> result = asked.solve(settings);
        save(weights, asked, settings);
        out.print(text(result.answers(), form));
        if (!result.isWhole()) {
            throw new Interrupted("interrupted; what is printed is what was there");
        }
    }

    /// Writes the pictures and the tables, and prints which files.
    void write(ParseResult parsed, EngineSettings settings) throws IOException {
        write(asked(parsed), parsed, settings);
    }

    /// Writes the pictures while a number goes its way, and prints which files.
    ///
    /// @param parsed by this command
    /// @param way says the way
    void animate(ParseResult parsed, ParseResult way, EngineSettings settings) throws IOException {
        ChosenCharts charts = ChosenCharts.of(parsed, lab);
        new AnimatedExport<>(
                        asked(parsed),
                        (frame, answers) ->
                                charts.among(frame.views(lab, answers.getFirst().values())).stream()
                                        .map(Picture::of)
                                        .toList(),
                        settings)
                .write(way, out::println);
    }

    private void write(AskedLab<S, A> asked, ParseResult parsed, EngineSettings settings)
            throws IOException {
        // Mistakes are told before anything is computed.
        Path directory = PictureOptions.directory(parsed);
        PictureStyle style = PictureOptions.style(parsed);
        ChosenCharts charts = ChosenCharts.of(parsed, lab);
        AskedLab.Result<S, A> result = asked.solve(settings);
        new AnswerFiles<>(result.answers(), asked.pins(), charts, style)
                .write(directory)
                .forEach(out::println);
        if (!result.isWhole()) {
            throw new Interrupted("interrupted; what is written is what was there");
        }
    }

    private void save(Optional<SavedWeights> weights, AskedLab<S, A> asked, EngineSettings settings)
            throws IOException {
        Optional<DrawnNetwork<S>> network = lab.network();
        if (weights.isPresent() && network.isPresent()) {
            weights.get().write(network.get(), asked.question(), settings, terminal.interruption());
        }
    }

    private AskedLab<S, A> asked(ParseResult parsed) {
        ChosenExperiment chosen = ChosenExperiment.of(parsed, lab);
        Question<S> question = new Question<>(chosen.experiment(), chosen.settings(lab, parsed));
        lab.refuseUnheard(question);
        return new AskedLab<>(
                lab,
                question,
                lab.compares() ? PinOptions.of(parsed, chosen) : Pins.NONE,
                terminal);
    }

    private String text(List<Named<S, A>> answers, OutputForm form) {
        Answered<S, A> first = answers.getFirst().answered();
        boolean isList = lab.isList(answers.size());
        return switch (form) {
            case TEXT ->
                    TableText.within(
                            answers, () -> isList ? lab.text(answers) : lab.text(first.answer()));
            case CSV -> {
                TableFile table =
                        (isList
                                        ? TableFile.named(lab.key(), answers)
                                        : TableFile.of(lab.key(), List.of(first)))
                                .getFirst();
                yield lab.goesOn(first.question()) ? table.textOfRows() : table.text();
            }
            case JSON ->
                    TableText.within(
                            answers,
                            () ->
                                    (isList ? AnswerJson.format(answers) : AnswerJson.format(first))
                                            + System.lineSeparator());
        };
    }
}
