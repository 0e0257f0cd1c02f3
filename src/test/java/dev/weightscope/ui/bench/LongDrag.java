package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.Sweep;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.model.Experiment;
import dev.weightscope.run.Metronome;
import dev.weightscope.ui.WeightScopeApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/// A program that drags gain, width and depth in turn for as long as it is told, then lies idle,
/// and prints each second how much memory it has: seconds, heap in use, heap, resident, in MB.
///
/// In a process of its own, since its flags decide on what is given back.
final class LongDrag {
    private static final int BEATS_A_SECOND = 60;

    /// How long one slider is held.
    private static final int BEATS_A_GRIP = 5 * BEATS_A_SECOND;

    private static final List<Dragged> SLIDERS = List.of(Dragged.values());
    private static final long MEGABYTE = 1 << 20;

    private final OpenedWindow window;
    private final AtomicInteger failures = new AtomicInteger();
    private int grips;
    private long heard;
    private long longestWait;
    private SliderHand hand;
    private Sweep sweep;

    private LongDrag(OpenedWindow window) {
        this.window = window;
        grip();
    }

    /// @param arguments seconds of dragging, seconds of rest, an empty directory
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = Integer.parseInt(arguments[0]);
        int rest = Integer.parseInt(arguments[1]);
        try (OpenedWindow window =
                OpenedWindow.open(Path.of(arguments[2]), EngineSettings.standard())) {
            LongDrag drag = window.call(() -> new LongDrag(window));
            Thread.setDefaultUncaughtExceptionHandler((_, failure) -> drag.note(failure));
            try (Metronome _ =
                    new Metronome(
                            Duration.ofSeconds(1).dividedBy(BEATS_A_SECOND),
                            WeightScopeApplication.toolkitThread(),
                            drag::hear)) {
                sample("drag", seconds, System.out);
            }
            window.call(() -> {
                drag.hand.release();
                return true;
            });
            sample("rest", rest, System.out);
            System.out.printf(
                    "end %d %d %d%n",
                    drag.grips, drag.longestWait / 1_000_000, drag.failures.get());
        }
        Platform.exit();
    }

    private void note(Throwable failure) {
        failures.incrementAndGet();
        failure.printStackTrace();
    }

    private void hear(Metronome.Beat beat) {
        longestWait = Math.max(longestWait, System.nanoTime() - beat.sent());
        long step = ++heard % BEATS_A_GRIP;
        if (step == 0) {
            hand.release();
            grip();
        } else {
            hand.moveTo(sweep.position((int) step));
        }
    }

    /// The next slider, from the experiment of the first start, with draws of its own.
    private void grip() {
        Dragged dragged = SLIDERS.get(grips % SLIDERS.size());
        grips++;
        window.session().edit(_ -> Experiment.DEFAULT.withSeed(grips));
        var number = window.number(dragged.label());
        sweep =
                new Sweep(
                        number.positionOf(dragged.low()),
                        number.positionOf(dragged.high()),
                        number.positionOf(dragged.start()),
                        2 * BEATS_A_SECOND);
        hand = new SliderHand(window.slider(dragged.label()));
        hand.press();
    }

    private static void sample(String phase, int seconds, PrintStream out)
            throws IOException, InterruptedException {
        for (int second = 1; second <= seconds; second++) {
            Thread.sleep(1000); // samples are a second apart: there is nothing to wait for
            MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
            out.printf(
                    "%s %d %d %d %d%n",
                    phase,
                    second,
                    heap.getUsed() / MEGABYTE,
                    heap.getCommitted() / MEGABYTE,
                    resident());
        }
    }

    /// Of this process, in MB; 0 where the system does not tell.
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }
}
