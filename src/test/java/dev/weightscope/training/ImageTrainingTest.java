package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.Kernels.Choice;
import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Bias;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.StandardInitializer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Images of digits beside what PyTorch found (`golden/training_digits.json` with 10 or more draws,
/// `training_mnist2000.json` with 10): the loss of all training samples and the accuracy on the
/// test samples, at some steps. The property `golden.cells` set to `all` compares every cell of
/// both tables at every step, which takes minutes.
class ImageTrainingTest {
    private static final int SEEDS = 10;
    private static final boolean ALL = "all".equals(System.getProperty("golden.cells"));

    private static final List<String> SOME_DIGITS =
            List.of(
                    "64-100-100-10/norm_none/relu/zeros/sgd",
                    "64-100-100-10/norm_none/relu/kaiming_normal_fan_in/sgd",
                    "64-100-100-10/norm_none/relu/kaiming_normal_fan_in/adam",
                    "64-(50x10)-10/norm_none/relu/normal_1/sgd",
                    "64-(50x10)-10/norm_none/relu/torch_linear_default/sgd",
                    "64-(50x10)-10/norm_batch/relu/torch_linear_default/sgd",
                    "64-(50x10)-10/norm_layer/relu/kaiming_normal_fan_in/adam");

    private static final List<String> SOME_IMAGES =
            List.of(
                    "standardized/relu/kaiming_normal_fan_in/adam",
                    "standardized/relu/zeros/sgd",
                    "divided_by_255/relu/kaiming_normal_fan_in/sgd");

    private final List<String> outside = new ArrayList<>();

    private static StandardInitializer initializer(String name) {
        return switch (name) {
            case "zeros" -> StandardInitializer.of(InitializerScheme.ZEROS);
            case "normal_0.01" -> normal(0.01);
            case "normal_1" -> normal(1);
            case "lecun_normal" -> StandardInitializer.of(InitializerScheme.LECUN_NORMAL);
            case "xavier_uniform" -> StandardInitializer.of(InitializerScheme.XAVIER_UNIFORM);
            case "kaiming_normal_fan_in" -> StandardInitializer.of(InitializerScheme.HE_NORMAL);
            case "torch_linear_default" -> StandardInitializer.of(InitializerScheme.PYTORCH_LINEAR);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static StandardInitializer normal(double std) {
        return StandardInitializer.of(InitializerScheme.NORMAL).with(InitializerParameter.STD, std);
    }

    private static Experiment start(String widths, String activation, String initializer) {
        Bias bias =
                initializer.equals("torch_linear_default")
                        ? Bias.DEFAULT
                        : Bias.DEFAULT.withKind(BiasKind.ZERO);
        return Experiment.DEFAULT
                .withWidths(LayerWidths.Listed.parse(widths))
                .withActivation(
                        Activation.of(
                                Keyed.find("activation", ActivationFunction.values(), activation)))
                .withInitializer(initializer(initializer))
                .withBias(bias);
    }

    private static TrainingPlan plan(String optimizer, double rate, int batch, int steps) {
        return new TrainingPlan(
                new OptimizerSettings(Keyed.find("optimizer", Optimizer.values(), optimizer), rate),
                Reduction.MEAN,
                batch,
                SampleOrder.SHUFFLED,
                steps,
                StopRules.NONE,
                Scope.ALL);
    }

    /// @param known steps of the table
    /// @return how many figures were compared
    private int compare(
            String name,
            Experiment start,
            TrainingPlan plan,
            TrainingSet set,
            JsonNode expected,
            double[] known,
            Kernel kernel) {
        List<RunState> states = Quartiles.race(start, plan, set, SEEDS, kernel);
        int compared = 0;
        for (int i = 0; i < known.length && known[i] <= plan.steps(); i++) {
            int step = (int) known[i];
            double loss = Quartiles.median(states, state -> lossAt(state, step));
            Quartiles.of(expected.get("train_loss"), i, SEEDS, SEEDS)
                    .require(name + " loss at " + step, loss, 2e-6 * loss, outside);
            compared++;
            if (Double.isFinite(loss)) {
                double accuracy = Quartiles.median(states, state -> accuracyAt(state, step));
                Quartiles.of(expected.get("test_accuracy"), i, SEEDS, SEEDS)
                        .require(
                                name + " accuracy at " + step,
                                accuracy,
                                0.5 / Math.sqrt(set.testRows()), // the error of a share
                                outside);
                compared++;
            }
        }
        return compared;
    }

    /// Quartiles of ten draws wander themselves: of more than a thousand figures a few lie outside.
    private void requireInside(int compared) {
        int byChance = ALL ? compared / 100 : 0;
        assertTrue(outside.size() <= byChance, outside::toString);
    }

    /// The cells below a node of the results, each by its keys from the top.
    private static List<String> leaves(JsonNode node, String path) {
        if (node.has("train_loss")) {
            return List.of(path);
        }
        List<String> all = new ArrayList<>();
        for (String key : node.propertyNames()) {
            all.addAll(leaves(node.get(key), path.isEmpty() ? key : path + "/" + key));
        }
        return all;
    }

    /// Of a run that has diverged, infinity.
    private static double lossAt(RunState state, int step) {
        double loss =
                step < state.loss().length() ? state.loss().at(step) : Double.POSITIVE_INFINITY;
        return Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss;
    }

    private static double accuracyAt(RunState state, int step) {
        Curve accuracy = state.testAccuracy();
        return accuracy.at(Math.min(step, accuracy.length() - 1));
    }

    @Test
    void digitsAreLearntAsPyTorchLearnsThem() {
        JsonNode table = Tables.golden("training_digits.json");
        TrainingSet set =
                TrainingSet.of(
                        Tables.of("digits.csv", 10, Tables.Scaling.STANDARDIZED),
                        new TestSplit(0.2, SampleOrder.GIVEN, 0));
        List<String> cases = ALL ? leaves(table.get("results"), "") : SOME_DIGITS;
        int compared = 0;
        try (Kernel kernel = Kernels.choose(Choice.AUTO, 1)) {
            for (String name : cases) {
                String[] parts = name.split("/", -1);
                boolean deep = parts[0].contains("x");
                JsonNode widths = table.get("nets").get(parts[0]);
                List<String> list = new ArrayList<>();
                for (double width : Tables.numbers(widths)) {
                    list.add(String.valueOf((int) width));
                }
                JsonNode expected = table.get("results");
                for (String part : parts) {
                    expected = expected.get(part);
                }
                Experiment start =
                        start(String.join(",", list), parts[2], parts[3])
                                .withNormalization(
                                        Keyed.find(
                                                "norm",
                                                Normalization.values(),
                                                parts[1].substring("norm_".length())));
                double rate = table.get("optimizers").get(parts[4]).asDouble();
                compared +=
                        compare(
                                name,
                                start,
                                plan(parts[4], rate, 64, ALL ? 200 : deep ? 20 : 50),
                                set,
                                expected,
                                Tables.numbers(table.get("steps")),
                                kernel);
            }
        }
        requireInside(compared);
        assertEquals(ALL ? 112 : 7, cases.size());
        assertTrue(ALL ? compared >= 112 * 7 : compared == 46, "compared " + compared);
    }

    @Test
    void theImagesOfTheBlogAreLearntAsPyTorchLearnsThem() {
        JsonNode table = Tables.golden("training_mnist2000.json");
        List<String> cases = ALL ? leaves(table.get("results"), "") : SOME_IMAGES;
        int compared = 0;
        try (Kernel kernel = Kernels.choose(Choice.AUTO, 1)) {
            for (String name : cases) {
                String[] parts = name.split("/", -1);
                TrainingSet set =
                        TrainingSet.of(
                                Tables.of(
                                        "mnist2000.csv.gz",
                                        10,
                                        parts[0].equals("standardized")
                                                ? Tables.Scaling.STANDARDIZED
                                                : Tables.Scaling.BY_255),
                                new TestSplit(0.2, SampleOrder.GIVEN, 0));
                JsonNode expected = table.get("results");
                for (String part : parts) {
                    expected = expected.get(part);
                }
                double rate = table.get("optimizers").get(parts[3]).asDouble();
                compared +=
                        compare(
                                name,
                                start("784,100,100,10", parts[1], parts[2]),
                                plan(parts[3], rate, 100, ALL ? 100 : 10),
                                set,
                                expected,
                                Tables.numbers(table.get("steps")),
                                kernel);
            }
        }
        requireInside(compared);
        assertEquals(ALL ? 16 * 2 * 5 : 3 * 2 * 2, compared);
    }
}
