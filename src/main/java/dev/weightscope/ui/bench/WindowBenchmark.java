package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.AnswerFigures;
import dev.weightscope.bench.window.AnswerMoments;
import dev.weightscope.bench.window.Sweep;
import dev.weightscope.bench.window.WindowFigures;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.engine.Passes;
import dev.weightscope.model.Experiment;
import dev.weightscope.ui.chart.ChartCanvas;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;

/// Drags gain, width and depth of the default experiment there and back, opens the tab of training,
/// races, and drags the slider of steps.
///
/// All sliders are dragged once before the drags that are timed, and a race is run: what is timed
/// is what a person meets after some seconds of use, when the JVM has compiled what is used. But
/// the engine keeps draws and statistics of weights, so each drag and each race has a seed of its
/// own: it finds nothing that one before it has computed. The tab of training is opened once, and
/// what that takes the first time is told too.
public final class WindowBenchmark {
    /// At most two seconds for the way of a slider there and back.
    private static final int STEPS_THERE_AND_BACK = 120;

    private static final long PATIENCE_SECONDS = 240;

    private final EngineSettings settings;

    /// @param settings of the engine behind the window
    public WindowBenchmark(EngineSettings settings) {
        this.settings = settings;
    }

    /// Opens the window, has it do all exercises, closes it.
    ///
    /// @param steps of each drag, at least [Sweep#LEAST_STEPS]
    /// @param races how many are run, one after the other; with none the tab of training stays
    ///   closed
    /// @param passes what the signal's tab computes
    /// @throws IOException with one sentence, if there is no window or it does not answer
    public WindowFigures run(int steps, int races, Passes passes) throws IOException {
        Path directory = Files.createTempDirectory("weightscope-bench");
        try (PaintLog log = new PaintLog();
                OpenedWindow window = OpenedWindow.open(directory, settings)) {
            window.call(() -> {
                window.signal().edit(now -> now.withBackward(passes == Passes.THERE_AND_BACK));
                return true;
            });
            Session session = new Session(window, steps, log);
            SequencedMap<String, Measurement> drags = session.dragSignal();
            SequencedMap<String, Measurement> raced = new LinkedHashMap<>();
            if (races > 0) {
                raced.putAll(session.race(races));
                drags.put("step", session.dragStep());
            }
            Map<Integer, Long> painted = log.painted(directory.resolve("frames.jfr"));
            return new WindowFigures(
                    window.kernel(),
                    settings.threads(),
                    window.platform(),
                    window.scene().getWidth(),
                    window.scene().getHeight(),
                    steps,
                    drags.size(),
                    figures("drag of the ", drags, painted),
                    figures("race by ", raced, painted));
        } finally {
            delete(directory);
        }
    }

    /// What is done with one window.
    private record Session(OpenedWindow window, int steps, PaintLog log) {
        SequencedMap<String, Measurement> dragSignal() throws IOException {
            long seed = Experiment.DEFAULT.seed();
            for (Dragged dragged : Dragged.values()) {
                dragSignal(dragged, ++seed);
            }
            SequencedMap<String, Measurement> drags = new LinkedHashMap<>();
            for (Dragged dragged : Dragged.values()) {
                drags.put(dragged.name().toLowerCase(Locale.ROOT), dragSignal(dragged, ++seed));
            }
            return drags;
        }

        private Measurement dragSignal(Dragged dragged, long seed) throws IOException {
            return measure(() -> {
                var number = window.number(dragged.label());
                return new SignalDrag(
                        window.session(),
                        window.signal(),
                        Experiment.DEFAULT.withSeed(seed),
                        stroke(
                                window.slider(dragged.label()),
                                number.positionOf(dragged.low()),
                                number.positionOf(dragged.high()),
                                number.positionOf(dragged.start())));
            });
        }

        SequencedMap<String, Measurement> race(int count) throws IOException {
            SequencedMap<String, Measurement> races = new LinkedHashMap<>();
            races.put("visit", race(List.of(this::visit)));
            race(scenes(0, 1));
            races.put("scene", race(scenes(1, 1 + count)));
            return races;
        }

        private void visit() {
            window.node(ToggleButton.class, "tab-training").fire();
        }

        private List<Runnable> scenes(long from, long to) {
            return LongStream.range(from, to)
                    .<Runnable>mapToObj(
                            seed -> () -> window.session().open(RaceScene.withSeed(seed)))
                    .toList();
        }

        private Measurement race(List<Runnable> starts) throws IOException {
            return measure(() -> new Races(window.session(), window.training(), starts));
        }

        Measurement dragStep() throws IOException {
            measure(this::stepDrag);
            return measure(this::stepDrag);
        }

        private StepDrag stepDrag() {
            var slider = window.slider("Step");
            return new StepDrag(
                    window.node(ChartCanvas.class, "race-loss"),
                    stroke(slider, slider.getMin(), slider.getMax(), slider.getValue()));
        }

        private Stroke stroke(Slider slider, double low, double high, double start) {
            return new Stroke(
                    new SliderHand(slider),
                    new Sweep(low, high, start, Math.min(steps, STEPS_THERE_AND_BACK)),
                    steps);
        }

        /// @param exercise made on the toolkit's thread
        private Measurement measure(Callable<? extends Exercise> exercise) throws IOException {
            Measurement measurement =
                    window.call(() -> {
                        Measurement begun = new Measurement(window.scene(), exercise.call(), log);
                        begun.begin();
                        return begun;
                    });
            try {
                if (!measurement.ended().await(PATIENCE_SECONDS + steps / 60, TimeUnit.SECONDS)) {
                    throw new IOException("the window has not answered all that it was asked");
                }
            } catch (InterruptedException _) {
                throw new InterruptedIOException("the benchmark was interrupted");
            }
            if (measurement.isCutShort()) {
                throw new IOException("the window was closed before the benchmark ended");
            }
            return measurement;
        }
    }

    private static SequencedMap<String, AnswerFigures> figures(
            String what, SequencedMap<String, Measurement> measurements, Map<Integer, Long> painted)
            throws IOException {
        SequencedMap<String, AnswerFigures> figures = new LinkedHashMap<>();
        for (Map.Entry<String, Measurement> each : measurements.entrySet()) {
            figures.put(
                    each.getKey(), figures(what + each.getKey(), each.getValue().moments(painted)));
        }
        return figures;
    }

    /// @param what was measured, after an article
    /// @throws IOException in one sentence, if not all of it was to be seen
    static AnswerFigures figures(String what, AnswerMoments moments) throws IOException {
        try {
            return moments.figures();
        } catch (IllegalStateException missing) {
            throw new IOException(
                    "the %s cannot be timed: %s; leave the window in sight"
                            .formatted(what, missing.getMessage()),
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
