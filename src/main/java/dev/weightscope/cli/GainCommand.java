package dev.weightscope.cli;

import dev.weightscope.engine.Engine;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.GainSearch;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.theory.Gains;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// Prints the gain that holds the signal or the gradient, by theory or by measuring.
record GainCommand(PrintStream out) implements Command {
    private static final String GOAL = "--for";
    private static final String MEASURED = "--measured";
    private static final int DIGITS = 6;

    @Override
    public String name() {
        return "gain";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Print the gain that holds the signal, or the gradient, from layer"
                                        + " to layer.")
                        .addOption(
                                Specs.option(
                                                GOAL,
                                                Specs.keys(GainGoal.values()),
                                                "What is to be held: the RMS of the activations,"
                                                        + " their std, or the RMS of the gradient.")
                                        .required(true)
                                        .build())
                        .addOption(
                                Specs.flag(
                                        MEASURED,
                                        "Measure it: the gain at which the last layer has what the"
                                                + " first has, at this depth, for these draws and"
                                                + " inputs. Without it, mean-field theory's for"
                                                + " pre-activations of variance 1."))
                        .addOption(Specs.flag(Specs.JSON, "Print one JSON object instead."));
        Specs.addExperimentOptions(spec);
        return spec;
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings settings) {
        GainGoal goal = Keyed.find("for", GainGoal.values(), parsed.matchedOptionValue(GOAL, ""));
        boolean measured = parsed.hasMatchedOption(MEASURED);
        Experiment experiment = ChosenExperiment.of(parsed).experiment();
        GainAnswer theory = Gains.answer(experiment, goal);
        GainAnswer answer = measured ? measure(experiment, goal, theory, settings) : theory;
        if (parsed.hasMatchedOption(Specs.JSON)) {
            out.println(new JsonMapper().writeValueAsString(json(goal, measured, answer)));
            return;
        }
        switch (answer) {
            case GainAnswer.Found(double gain) -> out.println(Numbers.significant(gain, DIGITS));
            case GainAnswer.None(String sentence) -> throw new Refusal(sentence);
        }
    }

    private static GainAnswer measure(
            Experiment experiment, GainGoal goal, GainAnswer theory, EngineSettings settings) {
        try (Kernel kernel = settings.startKernel()) {
            return new GainSearch(new Engine(kernel, settings.memory()))
                    .find(experiment, goal, theory.gainOr(1), Cancellation.NEVER);
        }
    }

    private static Map<String, Object> json(GainGoal goal, boolean measured, GainAnswer answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("for", goal.key());
        fields.put("measured", measured);
        switch (answer) {
            case GainAnswer.Found(double gain) -> fields.put("gain", gain);
            case GainAnswer.None(String sentence) -> fields.put("none", sentence);
        }
        return fields;
    }
}
