package dev.weightscope.cli;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.export.AnswerJson;
import dev.weightscope.export.TableText;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Table;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Asks a lab about an experiment and prints the answer.
record LabCommand<S, A>(Lab<S, A> lab, PrintStream out) implements Command {
    private static final String CSV = "--csv";

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
        CommandSpec spec =
                Specs.command(lab.help())
                        .addOption(Specs.flag(Specs.JSON, "Print one JSON object instead."))
                        .addOption(Specs.flag(CSV, "Print the same as a table with commas."));
        spec.addOption(
                PictureOptions.out(
                                "Write the pictures (PNG) and the table (CSV) into this directory"
                                        + " instead; it is made if it is missing.")
                        .build());
        PictureOptions.addPixels(spec);
        Specs.addOptions(spec, lab.options());
        Specs.addExperimentOptions(spec);
        return spec;
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) throws IOException {
        boolean json = parsed.hasMatchedOption(Specs.JSON);
        boolean csv = parsed.hasMatchedOption(CSV);
        if (json && csv) {
            throw new Refusal("--json and --csv contradict each other; give one");
        }
        boolean files = PictureOptions.areGiven(parsed);
        if (files && (json || csv)) {
            throw new Refusal("--out and --json or --csv contradict each other; give one");
        }
        Question<S> question =
                new Question<>(
                        ChosenExperiment.of(parsed).experiment(),
                        GivenOptions.settings(lab.options(), parsed));
        if (files) {
            // Mistakes are told before anything is computed.
            Path directory = PictureOptions.directory(parsed);
            PixelScale pixels = PictureOptions.pixels(parsed);
            new AnswerFiles<>(answered(question, settings), pixels)
                    .write(directory)
                    .forEach(out::println);
            return;
        }
        PictureOptions.refusePixelsAlone(parsed);
        Answered<S, A> answered = answered(question, settings);
        if (csv) {
            out.print(TableText.csv(answered));
        } else if (json) {
            out.println(TableText.within(table(answered), () -> AnswerJson.format(answered)));
        } else {
            out.print(TableText.within(table(answered), () -> lab.text(answered.answer())));
        }
    }

    private Table<?> table(Answered<S, A> answered) {
        return lab.table(answered.answer());
    }

    private Answered<S, A> answered(Question<S> question, EngineSettings settings) {
        try (Kernel kernel = settings.startKernel()) {
            A answer =
                    lab.solver(kernel, settings.memory())
                            .solve(question, Cancellation.NEVER, ProgressListener.none());
            return new Answered<>(lab, question, answer);
        }
    }
}
