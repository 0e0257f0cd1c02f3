package dev.weightscope.model;

import java.time.Duration;
import java.util.Locale;

/// How many there are and how long it took, as window and command line write it.
public final class Amounts {
    private Amounts() {}

    /// `1 layer`, `3 layers`
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /// `42 ms`, `1.3 s`; at least 1 ms.
    public static String time(Duration elapsed) {
        long millis = elapsed.toMillis();
        return millis < 1000
                ? Math.max(1, millis) + " ms"
                : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
