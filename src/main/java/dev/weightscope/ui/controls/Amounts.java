package dev.weightscope.ui.controls;

import java.time.Duration;
import java.util.Locale;

/// How many there are and how long it took, as the status line writes it.
public final class Amounts {
    private Amounts() {}

    /// `1 layer`, `3 layers`
    public static String counted(int count, String noun) {
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
