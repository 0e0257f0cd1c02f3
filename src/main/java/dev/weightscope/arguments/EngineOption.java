package dev.weightscope.arguments;

import static dev.weightscope.arguments.OptionValue.bytes;
import static dev.weightscope.arguments.OptionValue.oneOf;
import static dev.weightscope.arguments.OptionValue.whole;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Every part of the engine's settings as an option. They belong to the machine and not to the
/// experiment: files do not have them.
public enum EngineOption {
    KERNEL(
            "kernel",
            "auto|scalar|vector",
            "What computes; auto is vector where there are vectors. The numbers are the same."
                    + " Default: auto.",
            oneOf(Arrays.asList(Kernels.Choice.values())),
            EngineSettings::withKernel,
            EngineSettings::kernel),
    THREADS(
            "threads",
            "N",
            "Threads that compute, 1..1024. The numbers are the same. Default: as many as there are"
                    + " processors.",
            whole(1, EngineSettings.MAX_THREADS),
            (settings, threads) -> settings.withThreads(threads.intValue()),
            settings -> (long) settings.threads()),
    CACHE(
            "cache",
            "SIZE",
            "Memory for draws that are kept: 512m, 2g, or 0 for none. Default: a quarter of the"
                    + " heap.",
            bytes(),
            EngineSettings::withDrawBudget,
            EngineSettings::drawBudget);

    private final String key;
    private final String placeholder;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // captures constants alone
    private final BiFunction<EngineSettings, String, EngineSettings> reader;

    @SuppressWarnings("ImmutableEnumChecker") // captures constants alone
    private final Function<EngineSettings, String> writer;

    <T> EngineOption(
            String key,
            String placeholder,
            String description,
            OptionValue<T> value,
            BiFunction<EngineSettings, T, EngineSettings> with,
            Function<EngineSettings, T> get) {
        this.key = key;
        this.placeholder = placeholder;
        this.description = description;
        this.reader = (settings, text) -> with.apply(settings, value.reader().read(key, text));
        this.writer = get.andThen(value.writer());
    }

    /// Without the dashes: `kernel`.
    public String key() {
        return key;
    }

    /// As typed: `--kernel`.
    public String flag() {
        return "--" + key;
    }

    /// What stands for the value in a synopsis: `N`.
    public String placeholder() {
        return placeholder;
    }

    /// One or two sentences for the help.
    public String description() {
        return description;
    }

    /// The text of its part of the settings.
    public String write(EngineSettings settings) {
        return writer.apply(settings);
    }

    /// The settings with this part read from `text`.
    ///
    /// @throws dev.weightscope.model.Refusal in one sentence, if the text is no such value, or one
    ///   that this process cannot have
    public EngineSettings read(EngineSettings settings, String text) {
        return reader.apply(settings, text);
    }
}
