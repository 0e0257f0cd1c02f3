package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.DragFigures;
import dev.weightscope.bench.window.DragMoments;
import dev.weightscope.bench.window.Sweep;
import dev.weightscope.bench.window.WindowFigures;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import dev.weightscope.model.Experiment;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Drags gain, width and depth of the default experiment there and back.
///
/// All three are dragged once before the drags that are timed: what is timed is what a person meets
/// after some seconds of use, when the JVM has compiled what is used. But the engine keeps draws
/// and statistics of weights, so each drag has a seed of its own: it finds nothing that a drag
/// before it has computed.
public final class DragBenchmark {
    /// At most two seconds for the way of a slider there and back.
    private static final int STEPS_THERE_AND_BACK = 120;

    private static final long PATIENCE_SECONDS = 120;

    private final EngineSettings settings;

    /// @param settings of the engine behind the window
    public DragBenchmark(EngineSettings settings) {
        this.settings = settings;
    }

    /// Opens the window, drags, closes it.
    ///
    /// @param steps of each drag, at least [Sweep#LEAST_STEPS]
    /// @param passes what is computed
    /// @throws IOException with one sentence, if there is no window or it does not answer
    public WindowFigures run(int steps, Passes passes) throws IOException {
        Path directory = Files.createTempDirectory("weightscope-bench");
        try (PaintLog log = new PaintLog();
                OpenedWindow window = OpenedWindow.open(directory, settings)) {
            window.call(() -> {
                window.signal().edit(now -> now.withBackward(passes == Passes.THERE_AND_BACK));
                return true;
            });
            long seed = Experiment.DEFAULT.seed();
            for (Dragged dragged : Dragged.values()) {
                drag(window, dragged, ++seed, steps, log);
            }
            Map<Dragged, Drag> drags = new EnumMap<>(Dragged.class);
            for (Dragged dragged : Dragged.values()) {
                drags.put(dragged, drag(window, dragged, ++seed, steps, log));
            }
            Map<Integer, Long> painted = log.painted(directory.resolve("frames.jfr"));
            SequencedMap<String, DragFigures> figures = new LinkedHashMap<>();
            for (Map.Entry<Dragged, Drag> each : drags.entrySet()) {
                Dragged dragged = each.getKey();
                figures.put(
                        dragged.name().toLowerCase(Locale.ROOT),
                        figures(dragged, each.getValue().moments(painted)));
            }
            return new WindowFigures(
                    window.kernel(),
                    settings.threads(),
                    window.platform(),
                    window.scene().getWidth(),
                    window.scene().getHeight(),
                    steps,
                    Dragged.values().length,
                    figures);
        } finally {
            delete(directory);
        }
    }

    private static Drag drag(
            OpenedWindow window, Dragged dragged, long seed, int steps, PaintLog log)
            throws IOException {
        Drag drag =
                window.call(() -> {
                    var number = window.number(dragged.label());
                    Sweep sweep =
                            new Sweep(
                                    number.positionOf(dragged.low()),
                                    number.positionOf(dragged.high()),
                                    number.positionOf(dragged.start()),
                                    Math.min(steps, STEPS_THERE_AND_BACK));
                    Drag begun =
                            new Drag(
                                    window.scene(),
                                    window.session(),
                                    window.signal(),
                                    Experiment.DEFAULT.withSeed(seed),
                                    new SliderHand(window.slider(dragged.label())),
                                    sweep,
                                    steps,
                                    log);
                    begun.begin();
                    return begun;
                });
        try {
            if (!drag.ended().await(PATIENCE_SECONDS + steps / 60, TimeUnit.SECONDS)) {
                throw new IOException(
                        "the window has not answered a drag of its " + dragged.label());
            }
        } catch (InterruptedException _) {
            throw new InterruptedIOException("the drag was interrupted");
        }
        if (drag.isCutShort()) {
            throw new IOException("the window was closed before the drag ended");
        }
        return drag;
    }

    /// @throws IOException in one sentence, if not all of the drag was to be seen
    static DragFigures figures(Dragged dragged, DragMoments moments) throws IOException {
        try {
            return moments.figures();
        } catch (IllegalStateException missing) {
            throw new IOException(
                    "the drag of the %s cannot be timed: %s; leave the window in sight"
                            .formatted(
                                    dragged.label().toLowerCase(Locale.ROOT), missing.getMessage()),
                    missing);
        }
    }

    /// Deletes a window's settings with their folder.
    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
