package dev.weightscope.cli;

import dev.weightscope.data.DataTables;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.snippet.Course;
import dev.weightscope.snippet.Framework;
import dev.weightscope.snippet.Snippets;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Prints an experiment's initialization as Python.
record SnippetCommand(PrintStream out) implements Command {
    private static final String LAYER = "--layer";
    private static final String NETWORK = "--network";
    private static final String TRAINING = "--training";
    private static final TrainingLab LAB = new TrainingLab();

    @Override
    public String name() {
        return "snippet";
    }

    @Override
    public SequencedMap<String, String> examples() {
        SequencedMap<String, String> examples = new LinkedHashMap<>();
        examples.put("pytorch --initializer he-normal --activation relu", "one layer's weights");
        examples.put(
                "keras --initializer xavier-normal --gain 5/3 --layer 1", "of the first layer");
        examples.put("pytorch --network --preset relu-he", "the whole network as a module");
        examples.put(
                "pytorch --training --preset train-notebook", "data, network and training loop");
        return examples;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Print Python that draws a layer's weights W and biases b by the"
                                        + " experiment's exact law, with a framework's own"
                                        + " initializer where it has that law. The law is the"
                                        + " same; the draws are the framework's.")
                        .addPositional(
                                PositionalParamSpec.builder()
                                        .paramLabel(Specs.keys(Framework.values()))
                                        .description("What the snippet is for.")
                                        .type(String.class)
                                        .required(true)
                                        .arity("1")
                                        .build())
                        .addOption(
                                Specs.option(
                                                LAYER,
                                                "N",
                                                "The layer, counted from 1; without it the last"
                                                        + " that is not the output.")
                                        .build())
                        .addOption(
                                Specs.flag(
                                        NETWORK,
                                        "The whole network instead, as a PyTorch module; pytorch"
                                                + " alone has it."))
                        .addOption(
                                Specs.flag(
                                        TRAINING,
                                        "The training of the network instead, as a PyTorch script:"
                                                + " data, module and loop, by the options of"
                                                + " train; pytorch alone has it."));
        Specs.addOptions(spec, LAB.options());
        Specs.addExperimentOptions(spec);
        return spec;
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) {
        Framework framework =
                Keyed.find("framework", Framework.values(), parsed.matchedPositionalValue(0, ""));
        ChosenExperiment chosen = ChosenExperiment.of(parsed);
        Experiment experiment = chosen.experiment();
        String layer = parsed.matchedOptionValue(LAYER, "");
        boolean isTraining = parsed.hasMatchedOption(TRAINING);
        if (isTraining || parsed.hasMatchedOption(NETWORK)) {
            String flag = isTraining ? TRAINING : NETWORK;
            if (framework != Framework.PYTORCH || !layer.isEmpty()) {
                throw new Refusal(
                        "%s is for pytorch and has all layers; write snippet pytorch %s"
                                .formatted(flag, flag));
            }
            out.print(
                    isTraining
                            ? Snippets.training(experiment, course(chosen, parsed))
                            : Snippets.network(experiment));
            return;
        }
        out.print(
                Snippets.layer(
                        framework,
                        experiment,
                        layer.isEmpty() ? experiment.explainedLayer() : number(layer)));
    }

    private static Course course(ChosenExperiment chosen, ParseResult parsed) {
        TrainingSettings settings = chosen.settings(LAB, parsed);
        return new Course(
                DataTables.outline(
                        settings.data(),
                        settings.readingFor(chosen.experiment()),
                        Cancellation.NEVER),
                settings.plan(),
                settings.split());
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new Refusal(
                    "layer %s is not a whole number; write for example --layer 1"
                            .formatted(Quoted.of(text)));
        }
    }
}
