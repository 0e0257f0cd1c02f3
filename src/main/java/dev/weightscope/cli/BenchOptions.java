package dev.weightscope.cli;

import dev.weightscope.bench.Workload;
import dev.weightscope.bench.window.Sweep;
import dev.weightscope.model.Keyed;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Flag;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.TextCodec;
import dev.weightscope.option.WholeNumber;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What a benchmark can be told.
final class BenchOptions {
    private static final Codec<List<Workload>> WORKLOAD_LIST =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "LIST",
                    List.of(),
                    List.of("w1", "w2,w1"),
                    (_, text) -> readWorkloads(text),
                    BenchOptions::write);

    private static final Option<BenchSettings, List<Workload>> WORKLOADS =
            Option.of(
                    "workloads",
                    "Workloads",
                    "Which, with commas between.",
                    WORKLOAD_LIST,
                    BenchSettings::withWorkloads,
                    BenchSettings::workloads);

    private static final Option<BenchSettings, Long> REPETITIONS =
            Option.of(
                    "reps",
                    "Repetitions",
                    "How often each time is taken.",
                    new WholeNumber(1, 1000),
                    (settings, repetitions) -> settings.withRepetitions(repetitions.intValue()),
                    settings -> (long) settings.repetitions());

    private static final Option<BenchSettings, Long> WARM_UP =
            Option.of(
                    "warm-up",
                    "Warm-up",
                    "How long to run, untimed, before times are taken; each product is timed for as"
                            + " long.",
                    new WholeNumber(0, 600).withPlaceholder("SECONDS"),
                    (settings, seconds) -> settings.withWarmUp(Duration.ofSeconds(seconds)),
                    settings -> settings.warmUp().toSeconds());

    private static final Option<BenchSettings, Long> STEPS =
            Option.of(
                    "steps",
                    "Steps",
                    "Steps of each drag, 60 a second.",
                    new WholeNumber(Sweep.LEAST_STEPS, 36_000),
                    (settings, steps) -> settings.withSteps(steps.intValue()),
                    settings -> (long) settings.steps());

    private static final Option<BenchSettings, Long> RACES =
            Option.of(
                    "races",
                    "Races",
                    "How many races are run, one after the other; 0 leaves the tab of training"
                            + " closed.",
                    new WholeNumber(0, 1000),
                    (settings, races) -> settings.withRaces(races.intValue()),
                    settings -> (long) settings.races());

    private static final Option<BenchSettings, Boolean> FORWARD =
            Option.of(
                    "forward",
                    "Forward",
                    "Drag while no gradients are computed; the window opens with both ways.",
                    new Flag(),
                    BenchSettings::withForward,
                    BenchSettings::forward);

    /// Of the workloads.
    static final Options<BenchSettings> TIMES =
            new Options<>(BenchSettings.DEFAULT, List.of(WORKLOADS, REPETITIONS, WARM_UP));

    /// Of drags and races in the window.
    static final Options<BenchSettings> DRAGS =
            new Options<>(BenchSettings.DEFAULT, List.of(STEPS, RACES, FORWARD));

    private BenchOptions() {}

    private static List<Workload> readWorkloads(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(key -> Keyed.find("workload", Workload.values(), key))
                .distinct()
                .toList();
    }

    private static String write(List<Workload> workloads) {
        return workloads.stream().map(Keyed::key).collect(Collectors.joining(","));
    }
}
