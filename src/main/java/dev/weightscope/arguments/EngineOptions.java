package dev.weightscope.arguments;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Codec;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.TextCodec;
import dev.weightscope.option.WholeNumber;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Every part of the engine's settings as an option. They belong to the machine and not to the
/// experiment: files do not have them, and their defaults are the machine's.
public final class EngineOptions {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,40})([kKmMgG]?)");

    /// Bytes, also as `512m` or `2g`, as the JVM's own options have them.
    private static final Codec<Long> BYTES =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "SIZE",
                    List.of(),
                    List.of("0", "64k", "512m"),
                    EngineOptions::readBytes,
                    String::valueOf);

    public static final Option<EngineSettings, Kernels.Choice> KERNEL =
            Option.of(
                    "kernel",
                    "Kernel",
                    "What computes; auto is vector where there are vectors. The numbers are the"
                            + " same. Default: auto.",
                    OneOf.of(Kernels.Choice.values()),
                    EngineSettings::withKernel,
                    EngineSettings::kernel);

    public static final Option<EngineSettings, Long> THREADS =
            Option.of(
                    "threads",
                    "Threads",
                    "Threads that compute, 1..1024. The numbers are the same. Default: as many as"
                            + " there are processors.",
                    new WholeNumber(1, EngineSettings.MAX_THREADS),
                    (settings, threads) -> settings.withThreads(threads.intValue()),
                    settings -> (long) settings.threads());

    public static final Option<EngineSettings, Long> CACHE =
            Option.of(
                    "cache",
                    "Cache",
                    "Memory for draws that are kept: 512m, 2g, or 0 for none. Default: 640m, but"
                            + " no more than a quarter of the heap.",
                    BYTES,
                    EngineSettings::withDrawBudget,
                    EngineSettings::drawBudget);

    public static final List<Option<EngineSettings, ?>> ALL = List.of(KERNEL, THREADS, CACHE);

    private EngineOptions() {}

    private static long readBytes(String option, String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new Refusal(
                    "%s %s is not a size; write for example 512m, 2g or 0"
                            .formatted(option, Quoted.of(text)));
        }
        int shift =
                switch (size.group(2)) {
                    case "k", "K" -> 10;
                    case "m", "M" -> 20;
                    case "g", "G" -> 30;
                    default -> 0;
                };
        BigInteger bytes = new BigInteger(size.group(1)).shiftLeft(shift);
        if (bytes.bitLength() >= Long.SIZE) {
            throw new Refusal(
                    "%s %s is outside 0..%dg"
                            .formatted(option, text.strip(), Long.MAX_VALUE >> 30));
        }
        return bytes.longValueExact();
    }
}
