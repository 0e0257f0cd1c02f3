package dev.weightscope.memory;

import dev.weightscope.model.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// What something will take at its largest moment, known before anything is allocated.
///
/// @param what takes it: `this experiment`
/// @param parts at least one
public record MemoryNeed(String what, List<Part> parts) {
    /// @param remedy what would make this part smaller: `fewer bins`
    public record Part(long bytes, String remedy) {}

    public MemoryNeed {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(what + " needs no memory");
        }
    }

    public MemoryNeed(String what, long bytes, String remedy) {
        this(what, List.of(new Part(bytes, remedy)));
    }

    public long bytes() {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /// What would help most.
    public String remedy() {
        return parts.stream()
                .max(Comparator.comparingLong(Part::bytes))
                .map(Part::remedy)
                .orElseThrow();
    }

    /// @param limit in bytes
    /// @throws Refusal with both figures and the remedy, if the limit is too low
    public void requireWithin(long limit) {
        if (bytes() > limit) {
            throw new Refusal(
                    "%s needs %s, this program may use %s; %s would fit"
                            .formatted(what, text(bytes()), text(limit), remedy()));
        }
    }

    /// Why it failed, although it should have fitted.
    ///
    /// @param others what else may have the memory, and would help: `fewer threads`
    public Refusal noRoom(OutOfMemoryError cause, String others) {
        return noRoom(cause, List.of(remedy(), others));
    }

    /// Runs what takes the memory.
    ///
    /// @throws Refusal with the remedy, if there is no room
    public <T> T use(Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError noRoom) {
            throw noRoom(noRoom, List.of(remedy()));
        }
    }

    private Refusal noRoom(OutOfMemoryError cause, List<String> remedies) {
        Refusal refusal =
                new Refusal(
                        "there is not enough memory left for %s, which needs %s; %s would fit"
                                .formatted(what, text(bytes()), String.join(" or ", remedies)));
        refusal.initCause(cause);
        return refusal;
    }

    private static String text(long bytes) {
        double mebibytes = bytes / (1024.0 * 1024);
        return mebibytes < 1024
                ? String.format(Locale.ROOT, "%.1f MiB", mebibytes)
                : String.format(Locale.ROOT, "%.1f GiB", mebibytes / 1024);
    }
}
