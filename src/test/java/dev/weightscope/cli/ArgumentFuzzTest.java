package dev.weightscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.option.Option;
import dev.weightscope.signal.SignalLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Seeded lists of arguments, sound ones and spoilt ones: each ends with an answer and exit code 0,
/// or with one short line and 1 or 2. The property `fuzz.factor` makes the run longer.
@Tag("fuzz")
class ArgumentFuzzTest {
    private static final int ROUNDS = 1000;
    private static final int LONGEST_LINE = 1200;

    private static final EngineSettings SCALAR =
            new EngineSettings(Kernels.Choice.SCALAR, 1, 1 << 20);

    /// Small, so that a round takes a millisecond; whatever follows may say otherwise.
    private static final List<String> SMALL =
            List.of("--depth", "2", "--width", "3", "--samples", "4", "--bins", "5");

    /// Dear in time or memory, or written to the disk: only spoilt values of these are tried.
    private static final List<String> DEAR =
            List.of(
                    "--depth",
                    "--width",
                    "--widths",
                    "--samples",
                    "--bins",
                    "--input",
                    "--threads");

    private static final List<String> OTHERS =
            List.of("list presets", "list", "bench ui", "rn", "export", "--version", "--help run");

    private static final List<String> ODD =
            List.of(
                    "",
                    "-",
                    "--",
                    "---",
                    "=",
                    "--=",
                    "--json=false",
                    "--json=1",
                    "-h=1",
                    "-hx",
                    "@/etc/passwd",
                    "@/dev/zero",
                    "@",
                    "NaN",
                    "-Infinity",
                    "1e999",
                    "1,5",
                    "1,000",
                    "5/3",
                    "√2",
                    "sqrt(2)",
                    "0x10",
                    "٣",
                    "\u0000",
                    "\u001b[31m",
                    "\n",
                    "\ud800",
                    "\u202e",
                    "%s%n",
                    "${user.home}",
                    "'",
                    "\"",
                    "/dev/zero",
                    "--gain=--gain",
                    "7".repeat(100),
                    "x".repeat(100_000),
                    "--" + "x".repeat(100_000),
                    "1/".repeat(3000),
                    "sqrt(".repeat(3000),
                    "1,".repeat(3000));

    @Test
    void everyListOfArgumentsEndsWithAnAnswerOrOneSentence() {
        int rounds = ROUNDS * Integer.getInteger("fuzz.factor", 1);
        Random random = new Random(20260);
        int answers = 0;
        for (int round = 0; round < rounds; round++) {
            String[] words = words(random).toArray(String[]::new);
            String context = "round " + round + ": " + shortened(words);
            Outcome outcome = run(context, words);
            if (outcome.exitCode() == CommandLineInterface.SUCCESS) {
                assertEquals("", outcome.err(), context);
                answers++;
            } else {
                assertTrue(outcome.exitCode() == 1 || outcome.exitCode() == 2, context);
                assertEquals("", outcome.out(), context);
                assertTrue(outcome.err().endsWith("\n"), context);
                String line = outcome.err().substring(0, outcome.err().length() - 1);
                assertTrue(
                        !line.isBlank() && line.length() <= LONGEST_LINE,
                        context + " -> " + line.length() + " characters");
                assertTrue(line.codePoints().noneMatch(Character::isISOControl), context + line);
            }
        }
        assertTrue(answers > rounds / 10 && answers < rounds * 9 / 10, answers + " answers");
    }

    private static Outcome run(String context, String... words) {
        try {
            return Outcome.of(
                    SCALAR,
                    new FakeWindow(_ -> true),
                    List.of(new SignalLab(), new ToyLab()),
                    words);
        } catch (RuntimeException | Error escaped) {
            throw new AssertionError(context, escaped);
        }
    }

    private static List<String> words(Random random) {
        List<String> words = new ArrayList<>();
        boolean isRun = random.nextInt(4) > 0;
        String begin = pick(isRun ? List.of("run", "toy") : OTHERS, random);
        words.addAll(List.of(begin.split(" ")));
        if (isRun) {
            words.addAll(SMALL);
            List<Option<?, ?>> options = options();
            for (int i = random.nextInt(5); i > 0; i--) {
                Option<?, ?> option = options.get(random.nextInt(options.size()));
                if (!DEAR.contains(option.flag()) && !words.contains(option.flag())) {
                    words.add(option.flag());
                    words.add(sample(option, random));
                }
            }
            if (random.nextInt(3) == 0) {
                words.add(pick(List.of("--json", "--csv"), random));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            spoil(words, random);
        }
        return words;
    }

    private static List<Option<?, ?>> options() {
        return Stream.<Option<?, ?>>concat(
                        ExperimentOptions.ALL.list().stream(), EngineOptions.ALL.stream())
                .toList();
    }

    private static <T> String sample(Option<?, T> option, Random random) {
        return option.codec().write(option.codec().sample(random));
    }

    /// @param words modified
    private static void spoil(List<String> words, Random random) {
        int place = 1 + random.nextInt(words.size());
        int last = words.size() - 1;
        switch (random.nextInt(5)) {
            case 0 -> words.add(place, pick(ODD, random));
            case 1 -> words.set(last, pick(ODD, random));
            case 2 -> {
                if (last > 1) { // "bench" alone would take minutes
                    words.remove(last);
                }
            }
            case 3 -> words.set(last, letterChanged(words.get(last), random));
            default -> {
                words.add(pick(options(), random).flag());
                words.add(pick(ODD, random));
            }
        }
    }

    private static String letterChanged(String word, Random random) {
        if (word.isEmpty()) {
            return "=";
        }
        int at = random.nextInt(word.length());
        return word.substring(0, at) + (char) (33 + random.nextInt(94)) + word.substring(at + 1);
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static String shortened(String... words) {
        return Stream.of(words)
                .map(word -> word.length() > 40 ? word.substring(0, 40) + "…" : word)
                .toList()
                .toString();
    }
}
