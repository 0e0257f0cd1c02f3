package dev.weightscope.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.BiasKind;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Input;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Normalization;
import dev.weightscope.model.NumberFormat;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Skip;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.option.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTextTest {
    /// Between them they use every option.
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "--depth 40 --activation relu",
                    "--width 64 --samples 7",
                    "--widths 784,100,100,10 --input mnist",
                    "--input uniform --input-scale 0.01",
                    "--separator tab --decimal comma --header no --missing mean --columns 1,-2"
                            + " --target last --scaling unit",
                    "--points 50 --noise 0.25 --data-seed 9 --input spirals",
                    "--activation leaky-relu --slope 0.2",
                    "--norm batch",
                    "--norm rms --skip two --branch-scale depth",
                    "--skip one --branch-scale 0.25 --initializer he-normal",
                    "--initializer constant --value -0.5",
                    "--initializer truncated-normal --std 0.3 --cut 1.5",
                    "--initializer uniform --limit 1e-9",
                    "--initializer sparse --std 1 --sparsity 0.5",
                    "--initializer variance-scaling --scale 2 --mode fan_avg --distribution normal",
                    "--initializer he-normal --mode fan_out",
                    "--weights small-mlp --tensors fc1.weight:out-in,fc4.weight:out-in"
                            + " --weights-hash 95990a3ecaf14602 --gain 2",
                    "--gain 1.4142135623730951",
                    "--bias constant --bias-scale 0.25",
                    "--bias zero --seed -9223372036854775808",
                    "--initializer he-normal --bias zero --format float16",
                    "--bins 20 --range -1,1",
                    "--range own");

    @TempDir Path directory;

    /// It changes nothing, and a program that goes through all choices of --skip can name it.
    @Test
    void anOptionThatIsNotReadMayBeGivenAtItsDefault() {
        String[][] table = {
            {"--skip none --branch-scale 1", ""},
            {"--branch-scale 1.0 --skip two", "--skip two"},
            {"--activation relu --slope 0.01", "--activation relu"},
        };
        int checked = 0;
        for (String[] row : table) {
            assertEquals(row[1], ExperimentText.format(ExperimentText.parse(row[0])), row[0]);
            checked++;
        }
        assertEquals(3, checked);
    }

    @Test
    void theDefaultIsTheEmptyText() {
        assertEquals("", ExperimentText.format(Experiment.DEFAULT));
        assertEquals(Experiment.DEFAULT, ExperimentText.parse(""));
    }

    @Test
    void aParameterAtItsDefaultGoesWithoutSaying() {
        assertEquals(
                "--initializer he-normal",
                ExperimentText.format(
                        ExperimentText.parse("--initializer he-normal --mode fan_in")));
        assertEquals(
                "--initializer variance-scaling --scale 2",
                ExperimentText.format(
                        ExperimentText.parse("--initializer variance-scaling --scale 2")));
    }

    @Test
    void textsReadBackAsTheyWereWritten() {
        Set<Option<Experiment, ?>> used = new HashSet<>();
        for (String text : TEXTS) {
            Experiment experiment = ExperimentText.parse(text);
            assertEquals(text, ExperimentText.format(experiment));
            assertEquals(experiment, ExperimentText.parse(ExperimentText.formatAll(experiment)));
            for (Option<Experiment, ?> option : ExperimentOptions.ALL.list()) {
                if ((text + " ").contains(option.flag() + " ")) {
                    used.add(option);
                }
            }
        }
        assertEquals(Set.copyOf(ExperimentOptions.ALL.list()), used);
    }

    @Test
    void everyChoiceOfEveryOptionReadsBack() {
        int checked = 0;
        for (Option<Experiment, ?> option : ExperimentOptions.ALL.list()) {
            for (String choice : option.codec().choices()) {
                Experiment base =
                        ExperimentText.parse(
                                option == InitializerOptions.MODE
                                                || option == InitializerOptions.DISTRIBUTION
                                        ? "--initializer variance-scaling"
                                        : option == ExperimentOptions.BRANCH_SCALE
                                                ? "--skip one"
                                                : "");
                Experiment changed = ExperimentText.apply(base, Map.of(option, choice));
                assertEquals(choice, option.write(changed).orElseThrow());
                assertEquals(changed, ExperimentText.parse(ExperimentText.format(changed)));
                checked++;
            }
        }
        int keys = ActivationFunction.values().length + InitializerCatalogue.all().size();
        int reading = 6 + 3 + 3 + 3 + 1 + 3 + 3;
        assertEquals(keys + reading + 4 + 4 + 3 + 5 + 5 + 3 + 2 + 4 + 3 + 1 + 1, checked);
    }

    @Test
    void whatWasWrittenBeforeThereWereArchitecturesIsStillWrittenSo() {
        String before =
                "--depth 10 --width 500 --input normal --input-scale 1 --samples 1000"
                        + " --activation tanh --initializer xavier-uniform --gain 1 --bias default"
                        + " --format float32 --seed 42 --bins 50 --range natural";
        assertEquals(before, ExperimentText.formatAll(Experiment.DEFAULT));
        assertEquals(Experiment.DEFAULT, ExperimentText.parse(before));
        assertEquals(
                before.replace(" --initializer", " --skip one --branch-scale 1 --initializer"),
                ExperimentText.formatAll(Experiment.DEFAULT.withSkip(Skip.ONE)));
    }

    @Test
    void anOptionChangesItsOwnPartAlone() {
        Experiment d = Experiment.DEFAULT;
        assertEquals(d.withDepth(40), ExperimentText.parse("--depth 40"));
        assertEquals(d.withWidth(40), ExperimentText.parse("--width=40"));
        assertEquals(
                d.withWidths(new LayerWidths.Listed(List.of(3, 2, 1))),
                ExperimentText.parse("--widths 3,2,1"));
        assertEquals(d.withInput(new Input.Uniform()), ExperimentText.parse("--input uniform"));
        assertEquals(d.withInputScale(0.5), ExperimentText.parse("--input-scale .5"));
        assertEquals(d.withSamples(3), ExperimentText.parse("--samples 3"));
        assertEquals(
                d.withActivation(d.activation().withFunction(ActivationFunction.GELU)),
                ExperimentText.parse("--activation gelu"));
        assertEquals(
                d.withInitializer(
                        StandardInitializer.of(InitializerScheme.NORMAL)
                                .with(InitializerParameter.STD, 2)),
                ExperimentText.parse("--initializer normal --std 2"));
        assertEquals(d.withGain(2), ExperimentText.parse("--gain 2"));
        assertEquals(
                d.withBias(d.bias().withKind(BiasKind.NORMAL).withScale(3)),
                ExperimentText.parse("--bias normal --bias-scale 3"));
        assertEquals(d.withNormalization(Normalization.RMS), ExperimentText.parse("--norm rms"));
        assertEquals(
                d.withSkip(Skip.TWO).withBranchScale(new BranchScale.Depth()),
                ExperimentText.parse("--skip two --branch-scale depth"));
        assertEquals(
                d.withSkip(Skip.ONE).withBranchScale(new BranchScale.Factor(Math.sqrt(0.5))),
                ExperimentText.parse("--skip one --branch-scale 'sqrt(1/2)'"));
        assertEquals(
                d.withFormat(NumberFormat.BFLOAT16), ExperimentText.parse("--format bfloat16"));
        assertEquals(d.withSeed(7), ExperimentText.parse("--seed 7"));
        assertEquals(
                d.withBinning(new Binning(9, new BinRange.Fixed(-2, 0.5))),
                ExperimentText.parse("--bins 9 --range -2,0.5"));
    }

    @Test
    void aLineThatBeginsWithANumberSignIsANote() {
        assertEquals(
                Experiment.DEFAULT.withDepth(3),
                ExperimentText.parse("# my note, it's mine\n--depth 3\n  # --depth 4\n"));
    }

    @Test
    void whatAnOptionTakesIsWhatTheExperimentTakes() {
        Random random = new Random(3);
        int checked = 0;
        for (Option<Experiment, ?> option : ExperimentOptions.ALL.list()) {
            Experiment base =
                    option.owner()
                            .map(owner -> withReader(option, owner))
                            .orElse(Experiment.DEFAULT);
            for (int i = 0; i < 10; i++) {
                Experiment changed = option.withSample(base, random);
                assertEquals(
                        changed,
                        ExperimentText.parse(ExperimentText.formatAll(changed)),
                        option.key());
                checked++;
            }
        }
        assertEquals(10 * ExperimentOptions.ALL.list().size(), checked);
    }

    private static Experiment withReader(
            Option<Experiment, ?> option, Option<Experiment, ?> owner) {
        return owner.codec().choices().stream()
                .map(choice -> owner.read(Experiment.DEFAULT, choice))
                .filter(experiment -> option.get(experiment).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void orderDoesNotMatter() {
        Random random = new Random(1);
        int checked = 0;
        for (String text : TEXTS) {
            List<String> words = List.of(text.split(" "));
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < words.size(); i += 2) {
                pairs.add(words.get(i) + " " + words.get(i + 1));
            }
            Collections.shuffle(pairs, random);
            assertEquals(
                    ExperimentText.parse(text), ExperimentText.parse(String.join("\n", pairs)));
            checked++;
        }
        assertEquals(TEXTS.size(), checked);
    }

    @Test
    void aPathWithBlanksAndQuotationMarksReadsBack() throws IOException {
        Path file = Files.writeString(directory.resolve("it's \"my\" $file.csv"), "1,2\n3,5\n");
        Experiment experiment =
                ExperimentText.apply(
                        Experiment.DEFAULT, Map.of(ExperimentOptions.INPUT, file.toString()));

        assertEquals(experiment, ExperimentText.parse(ExperimentText.format(experiment)));
        assertEquals(2, experiment.inputWidth());
    }

    @Test
    void aNewInputAndNewWidthsAreTakenTogether() {
        Experiment digits = ExperimentText.parse("--input digits --widths 64,10");
        Experiment mnist =
                ExperimentText.apply(
                        digits,
                        Map.of(
                                ExperimentOptions.INPUT, "mnist",
                                WidthOptions.WIDTHS, "784,10"));
        assertEquals(784, mnist.inputWidth());
    }

    @Test
    void aParameterWaitsForASchemeThatReadsIt() {
        Experiment normal = ExperimentText.parse("--initializer normal --std 3");
        Experiment truncated =
                ExperimentText.apply(
                        normal, Map.of(InitializerOptions.INITIALIZER, "truncated-normal"));
        assertEquals("3", InitializerOptions.STD.write(truncated).orElseThrow());
    }

    @Test
    void aMistakeIsOneSentenceThatSaysWhatWouldBeRight() {
        String[][] table = {
            {"--gian 2", "option \"--gian\" is unknown; did you mean --gain?"},
            {"--zzz 2", "option \"--zzz\" is unknown"},
            {"gain 2", "option \"gain\" is unknown; did you mean --gain?"},
            {"--gain", "--gain needs a value: X"},
            {"--gain 2 --gain 3", "--gain is given twice; give it once"},
            {"--gain abc", "gain \"abc\" is not a number; write for example 0.5"},
            {"--gain NaN", "gain \"NaN\" is not a number; write for example 0.5"},
            {"--gain -1", "gain -1 is outside 0..1000000"},
            {"--depth ten", "depth \"ten\" is not a whole number; write for example 40"},
            {"--depth 2.5", "depth \"2.5\" is not a whole number; write for example 40"},
            {"--depth 1001", "depth 1001 is outside 1..1000"},
            {"--depth 99999999999999999999", "depth 99999999999999999999 is outside 1..1000"},
            {"--width 0", "width 0 is outside 1..16384"},
            {
                "--widths 3,x",
                "widths \"3,x\": \"x\" is not a whole number in 1..16384; write for example"
                        + " 784,100,100,10"
            },
            {
                "--widths 3,2 --depth 3",
                "--widths and --depth contradict each other; give --widths alone"
            },
            {
                "--width 3 --widths 3,2",
                "--widths and --width contradict each other; give --widths alone"
            },
            {
                "--widths 3,2 --input digits",
                "widths begin with 3, but the input digits has 64 columns; begin them with 64"
            },
            {
                "--activation rellu",
                "activation \"rellu\" is unknown; there are: linear, tanh, sigmoid, relu,"
                    + " leaky-relu, elu, selu, gelu, silu, softplus, softsign, mish, hardtanh, erf"
            },
            {"--slope 0.1", "activation tanh does not read --slope; --slope is for leaky-relu"},
            {
                "--std 1",
                "initializer xavier-uniform does not read --std; --std is for normal,"
                        + " truncated-normal, sparse"
            },
            {
                "--initializer he-normal --std 1",
                "initializer he-normal does not read --std but --mode; --std is for normal,"
                        + " truncated-normal, sparse"
            },
            {
                "--bias-scale 1",
                "bias default does not read --bias-scale; --bias-scale is for constant, normal,"
                        + " uniform"
            },
            {"--norm group", "norm \"group\" is unknown; there are: none, batch, layer, rms"},
            {
                "--branch-scale 2",
                "skip none does not read --branch-scale; --branch-scale is for one, two"
            },
            {
                "--skip one --branch-scale wide",
                "branch-scale \"wide\" is neither depth nor a number; write for example 0.5"
            },
            {"--skip one --branch-scale -1", "branch-scale -1 is outside 0..1000000"},
            {"--format fp16", "format \"fp16\" is unknown; there are: float32, bfloat16, float16"},
            {"--range wide", "range \"wide\" is neither natural, own nor two numbers such as -1,1"},
            {
                "--range 1,1",
                "range 1,1 is empty: the first number must be smaller than the second, both finite"
            },
            {
                "--input nofile",
                "input \"nofile\" is neither normal, uniform, breast-cancer, digits, mnist, moons,"
                        + " circles, spirals, blobs nor a file"
            },
            {"--input 'a b", "the quotation mark before a b is not closed"},
        };
        int checked = 0;
        for (String[] row : table) {
            Refusal mistake =
                    assertThrows(Refusal.class, () -> ExperimentText.parse(row[0]), row[0]);
            assertEquals(row[1], mistake.getMessage());
            checked++;
        }
        assertEquals(31, checked);
    }

    @Test
    void everyOptionIsExplained() {
        for (Option<Experiment, ?> option : ExperimentOptions.ALL.list()) {
            assertTrue(option.help().endsWith("."), option.key());
            assertTrue(option.codec().placeholder().matches("\\S+"), option.key());
        }
    }
}
