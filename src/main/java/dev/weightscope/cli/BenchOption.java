package dev.weightscope.cli;

import dev.weightscope.arguments.WholeNumber;
import dev.weightscope.bench.Benchmark;
import dev.weightscope.bench.window.Sweep;
import dev.weightscope.model.Refusal;
import picocli.CommandLine.ParseResult;

/// Options of the benchmarks whose value is a whole number.
enum BenchOption {
    REPETITIONS("reps", "N", "How often each time is taken.", 7, new WholeNumber(1, 1000)),
    WARM_UP(
            "warm-up",
            "SECONDS",
            "How long to run, untimed, before times are taken; each product is timed for as long.",
            Benchmark.USUAL_WARM_UP.toSeconds(),
            new WholeNumber(0, 600)),
    STEPS(
            "steps",
            "N",
            "Steps of each drag, 60 a second.",
            300, // five seconds
            new WholeNumber(Sweep.LEAST_STEPS, 36_000));

    private final String key;
    private final String placeholder;
    private final String description;
    private final long standard;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two numbers
    private final WholeNumber bounds;

    BenchOption(
            String key, String placeholder, String description, long standard, WholeNumber bounds) {
        this.key = key;
        this.placeholder = placeholder;
        this.description = description;
        this.standard = standard;
        this.bounds = bounds;
    }

    /// As typed: `--reps`.
    String flag() {
        return "--" + key;
    }

    /// What stands for the value in a synopsis: `N`.
    String placeholder() {
        return placeholder;
    }

    /// For the help, with the value where none is given.
    String description() {
        return "%s Default: %d.".formatted(description, standard);
    }

    /// The value that is given, or the usual one.
    ///
    /// @throws Refusal in one sentence, if what is given is no such number
    int of(ParseResult parsed) {
        String text = parsed.matchedOptionValue(flag(), Long.toString(standard));
        return Math.toIntExact(bounds.read(key, text));
    }
}
