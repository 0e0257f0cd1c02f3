package dev.weightscope.race;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.data.DataTables;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.Flag;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SettingsText;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.TextCodec;
import dev.weightscope.option.WholeNumber;
import dev.weightscope.training.Optimizer;
import dev.weightscope.training.OptimizerSettings;
import dev.weightscope.training.Reduction;
import dev.weightscope.training.SampleOrder;
import dev.weightscope.training.Scope;
import dev.weightscope.training.StopRules;
import dev.weightscope.training.TestSplit;
import dev.weightscope.training.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The options of [TrainingSettings].
final class TrainingOptions {
    private static final double LEAST_RATE = 1e-12;
    private static final double MOST_GOAL = 1e9;
    private static final long MOST_BATCH = 1_000_000;
    private static final String FULL = "full";
    private static final String AUTO = "auto";
    private static final String AS_INPUT = "as-input";

    private static final Option<TrainingSettings, String> DATA =
            Option.of(
                    "data",
                    "Data",
                    "What is learnt: a data set that comes with the program, or a file with a"
                            + " target.",
                    new TextCodec<>(
                            Codec.Form.WORD,
                            "KEY|FILE",
                            keys(),
                            keys(),
                            (_, text) -> text.strip(),
                            text -> text),
                    TrainingSettings::withData,
                    TrainingSettings::data);

    private static final Option<TrainingSettings, Optional<DataReading>> READING =
            Option.of(
                            "data-reading",
                            "Reading",
                            "How the data is read where that is not as the experiment's input is:"
                                + " the options of reading in quotation marks, \"--target last\";"
                                + " as-input, or auto for none of them.",
                            new TextCodec<>(
                                    Codec.Form.WORD,
                                    "OPTIONS|auto|as-input",
                                    List.of(AUTO, AS_INPUT),
                                    List.of(AUTO, AS_INPUT, "--target last", "--points 50"),
                                    (_, text) -> reading(text.strip()),
                                    TrainingOptions::text),
                            TrainingSettings::withReading,
                            TrainingSettings::reading)
                    .unsaidAtDefault();

    private static final Option<TrainingSettings, Optimizer> OPTIMIZER =
            plan(
                    "optimizer",
                    "Optimizer",
                    "How a step follows from the gradient, with PyTorch's constants.",
                    OneOf.of(Optimizer.values()),
                    (plan, value) -> plan.withOptimizer(plan.optimizer().withOptimizer(value)),
                    plan -> plan.optimizer().optimizer());

    private static final Option<TrainingSettings, Double> RATE =
            plan(
                    "learning-rate",
                    "Rate",
                    "What the step is multiplied by.",
                    new Decimal(LEAST_RATE, OptimizerSettings.MOST_RATE, SliderRange.log(1e-5, 10)),
                    (plan, value) -> plan.withOptimizer(plan.optimizer().withLearningRate(value)),
                    plan -> plan.optimizer().learningRate());

    private static final Option<TrainingSettings, Double> DECAY =
            Option.<TrainingSettings, Double>partial(
                            "weight-decay",
                            "Decay",
                            "What weights shrink by beside each step, times the learning rate.",
                            new Decimal(0, 1, SliderRange.linear(0, 0.1)),
                            (settings, value) ->
                                    settings.withPlan(
                                            settings.plan()
                                                    .withOptimizer(
                                                            settings.plan()
                                                                    .optimizer()
                                                                    .withWeightDecay(value))),
                            settings ->
                                    Optional.of(settings.plan().optimizer())
                                            .filter(each -> each.optimizer().decays())
                                            .map(OptimizerSettings::weightDecay))
                    .ownedBy(OPTIMIZER);

    private static final Option<TrainingSettings, Long> BATCH =
            plan(
                    "batch",
                    "Batch",
                    "Samples of a step; full takes all of them in the order of the data.",
                    new TextCodec<>(
                            Codec.Form.WORD,
                            "N|full",
                            List.of(FULL),
                            List.of(FULL, "1", "32", "100"),
                            TrainingOptions::batch,
                            size -> size == 0 ? FULL : Long.toString(size)),
                    (plan, value) -> plan.withBatch(value.intValue()),
                    plan -> (long) plan.batch());

    private static final Option<TrainingSettings, Long> STEPS =
            plan(
                    "steps",
                    "Steps",
                    "Steps of the optimizer.",
                    new WholeNumber(1, TrainingPlan.MOST_STEPS, SliderRange.log(10, 10_000)),
                    (plan, value) -> plan.withSteps(value.intValue()),
                    plan -> (long) plan.steps());

    private static final Option<TrainingSettings, Long> DRAWS =
            Option.of(
                    "draws",
                    "Draws",
                    "How many networks to draw of each setting, of seeds that follow each other.",
                    new WholeNumber(
                            1,
                            TrainingSettings.MOST_DRAWS,
                            SliderRange.log(1, TrainingSettings.MOST_DRAWS)),
                    (settings, draws) -> settings.withDraws(draws.intValue()),
                    settings -> (long) settings.draws());

    private static final Option<TrainingSettings, Double> TEST_SHARE =
            Option.of(
                    "test-share",
                    "Test share",
                    "Share of the rows that is left for testing, the same for all draws; columns"
                            + " are scaled over all rows, these too.",
                    new Decimal(0, TestSplit.MOST),
                    TrainingSettings::withTestShare,
                    TrainingSettings::testShare);

    private static final Option<TrainingSettings, Double> GOAL =
            stops(
                    "goal",
                    "Goal",
                    "The training loss that counts as learnt; 0 for none.",
                    new Decimal(0, MOST_GOAL, SliderRange.linear(0, 1)),
                    StopRules::withGoal,
                    StopRules::goal);

    private static final Option<TrainingSettings, Boolean> STOP_AT_GOAL =
            stops(
                    "stop-at-goal",
                    "End at goal",
                    "End a network's training when it reaches the goal.",
                    new Flag(),
                    (stops, on) -> new StopRules(stops.goal(), on, stops.whenStuck()),
                    StopRules::atGoal);

    private static final Option<TrainingSettings, Boolean> STOP_WHEN_STUCK =
            stops(
                    "stop-when-stuck",
                    "End if stuck",
                    "End it when its loss has stayed within 2 % for half of the steps.",
                    new Flag(),
                    (stops, on) -> new StopRules(stops.goal(), stops.atGoal(), on),
                    StopRules::whenStuck);

    private static final Option<TrainingSettings, SampleOrder> ORDER =
            plan(
                    "order",
                    "Order",
                    "Of the samples: shuffled by the seed in each epoch, or as given; then the"
                            + " last rows are those for testing.",
                    OneOf.of(SampleOrder.values()),
                    TrainingPlan::withOrder,
                    TrainingPlan::order);

    private static final Option<TrainingSettings, Reduction> REDUCTION =
            plan(
                    "reduction",
                    "Reduction",
                    "What is made of the samples' losses.",
                    OneOf.of(Reduction.values()),
                    TrainingPlan::withReduction,
                    TrainingPlan::reduction);

    private static final Option<TrainingSettings, Scope> LOSS_OF =
            plan(
                    "loss-of",
                    "Loss of",
                    "Which samples loss and accuracy of a step are of: all that are trained on, or"
                            + " the batch, which costs nothing.",
                    OneOf.of(Scope.values()),
                    TrainingPlan::withScope,
                    TrainingPlan::scope);

    static final Options<TrainingSettings> ALL =
            new Options<>(
                    TrainingSettings.DEFAULT,
                    List.of(
                            DATA,
                            READING,
                            OPTIMIZER,
                            RATE,
                            DECAY,
                            BATCH,
                            STEPS,
                            DRAWS,
                            TEST_SHARE,
                            GOAL,
                            STOP_AT_GOAL,
                            STOP_WHEN_STUCK,
                            ORDER,
                            REDUCTION,
                            LOSS_OF));

    private TrainingOptions() {}

    private static List<String> keys() {
        return DataTables.keys();
    }

    private static Optional<DataReading> reading(String text) {
        return switch (text) {
            case AS_INPUT -> Optional.empty();
            case AUTO -> Optional.of(DataReading.DEFAULT);
            default -> Optional.of(new SettingsText<>(DataOptions.ALL).parse(text));
        };
    }

    private static String text(Optional<DataReading> reading) {
        return reading.map(new SettingsText<>(DataOptions.ALL)::format)
                .map(text -> text.isEmpty() ? AUTO : text)
                .orElse(AS_INPUT);
    }

    private static Long batch(String name, String text) {
        if (text.strip().equals(FULL)) {
            return 0L;
        }
        try {
            return new WholeNumber(1, MOST_BATCH).read(name, text);
        } catch (Refusal refusal) {
            throw new Refusal("%s; full takes all samples".formatted(refusal.getMessage()));
        }
    }

    private static <T> Option<TrainingSettings, T> plan(
            String key,
            String label,
            String help,
            Codec<T> codec,
            BiFunction<TrainingPlan, T, TrainingPlan> with,
            Function<TrainingPlan, T> get) {
        return Option.of(
                key,
                label,
                help,
                codec,
                (settings, value) -> settings.withPlan(with.apply(settings.plan(), value)),
                settings -> get.apply(settings.plan()));
    }

    private static <T> Option<TrainingSettings, T> stops(
            String key,
            String label,
            String help,
            Codec<T> codec,
            BiFunction<StopRules, T, StopRules> with,
            Function<StopRules, T> get) {
        return plan(
                key,
                label,
                help,
                codec,
                (plan, value) -> plan.withStops(with.apply(plan.stops(), value)),
                plan -> get.apply(plan.stops()));
    }
}
