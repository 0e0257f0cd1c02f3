package dev.weightscope.fuzz;

import dev.weightscope.run.Metronome;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Watches a window at work: what nobody caught, on any thread, what was logged as a failure, and
/// how long the toolkit's thread kept others waiting.
final class WindowWatch implements AutoCloseable {
    private static final Duration BEAT = Duration.ofMillis(5);
    private static final Logger ROOT = Logger.getLogger("");

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final Thread.@Nullable UncaughtExceptionHandler before =
            Thread.getDefaultUncaughtExceptionHandler();
    private final Metronome metronome;
    private final Handler log =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    if (entry.getThrown() != null
                            && entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                        note(entry.getMessage(), entry.getThrown());
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };
    private long longestWait;

    /// @param toolkit runs what it is given on the toolkit's thread
    WindowWatch(Executor toolkit) {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, failure) -> note(thread.getName(), failure));
        toolkit.execute(() ->
                Thread.currentThread()
                        .setUncaughtExceptionHandler((_, failure) -> note("toolkit", failure)));
        ROOT.addHandler(log);
        metronome = new Metronome(BEAT, toolkit, this::hear);
    }

    private void hear(Metronome.Beat beat) {
        longestWait = Math.max(longestWait, System.nanoTime() - beat.sent());
    }

    /// The toolkit's platform without a display writes into one picture of 1000 x 1000 pixels, and
    /// out of its bounds for what reaches beyond it, a popup or a wide window, whether it draws,
    /// clears or reads; none with a display does. So where the index is taken by that class itself,
    /// and not by what it calls, it is no failure of the window.
    private static boolean isOfTheHeadlessScreen(Throwable failure) {
        return failure instanceof IndexOutOfBoundsException
                && Arrays.stream(failure.getStackTrace())
                        .map(StackTraceElement::getClassName)
                        .filter(each -> !each.startsWith("java.") && !each.startsWith("jdk."))
                        .findFirst()
                        .filter("com.sun.glass.ui.headless.HeadlessWindow"::equals)
                        .isPresent();
    }

    private void note(String where, Throwable failure) {
        if (isOfTheHeadlessScreen(failure)) {
            return;
        }
        StringBuilder text = new StringBuilder(where + ": " + failure);
        for (StackTraceElement each : failure.getStackTrace()) {
            text.append("\n    at ").append(each);
        }
        failures.add(text.toString());
    }

    /// With their stack traces.
    List<String> failures() {
        return failures;
    }

    /// To within a beat.
    Duration longestStall() {
        return Duration.ofNanos(longestWait);
    }

    @Override
    public void close() {
        metronome.close();
        ROOT.removeHandler(log);
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
