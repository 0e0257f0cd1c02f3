package dev.weightscope.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Snapshot;
import dev.weightscope.session.Pin;
import dev.weightscope.session.SessionState;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.WeightScopeApplication;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.testing.OpenWindow;
import dev.weightscope.ui.testing.WindowTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Seeded acts on one window, in bursts: nothing is thrown on any thread, the toolkit's thread
/// answers, and once a burst has settled what is shown is the answer to what is set. The property
/// `fuzz.factor` makes the run longer.
@Tag("fuzz")
@WindowTest
class WindowFuzzTest {
    private static final int BURSTS = 16 * Integer.getInteger("fuzz.factor", 1);
    private static final int ACTS_A_BURST = 20;

    /// Walking the whole history asks for hundreds of answers that nobody waits for.
    private static final int BURSTS_A_WALK = 12;

    /// Steps of such a walk from one picture to the next: a picture of each would take half of the
    /// test's time.
    private static final int STRIDE = 10;

    /// No measure of speed: only a hang takes as long.
    private static final Duration HANG = Duration.ofSeconds(20);

    /// How long an act takes at most that waits for nobody.
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /// Multiplications of an experiment that is answered there and back while one waits.
    private static final long SMALL = 2_000_000;

    @TempDir Path folder;
    private OpenWindow open;
    private final List<String> acts = new ArrayList<>();
    private final Kernel kernel = Kernels.scalar(1);
    private final Solver<SignalSettings, SignalAnswer> solver =
            new SignalLab().solver(kernel, MemoryBudget.ofHeap());
    private int compared;
    private int refused;

    @Start
    void start(Stage stage) {
        open = new OpenWindow(stage, List.of(new SignalLab(), new ToyLab()));
    }

    @AfterEach
    void close() {
        open.close();
        kernel.close();
    }

    @Test
    void afterEveryBurstOfActsTheWindowShowsTheAnswerToWhatIsSet() throws IOException {
        List<Path> files = files();
        Path saved = folder.resolve("saved.weightscope");
        try (WindowWatch watch = new WindowWatch(WeightScopeApplication.toolkitThread())) {
            for (int burst = 0; burst < BURSTS; burst++) {
                WindowActs hand = new WindowActs(open, new SplittableRandom(burst), files, saved);
                acts.clear();
                acts.add("burst " + burst);
                for (int act = 0; act < ACTS_A_BURST; act++) {
                    acts.add(call(hand::next));
                }
                call(this::tame);
                settle();
                if (burst % BURSTS_A_WALK == BURSTS_A_WALK - 1) {
                    walkHistory();
                    settle();
                }
                call(this::check);
            }
            System.out.printf(
                    "fuzz: window: %d acts, %d pictures compared, %d refused, %d exceptions, the"
                            + " longest stall %d ms%n",
                    BURSTS * ACTS_A_BURST,
                    compared,
                    refused,
                    watch.failures().size(),
                    watch.longestStall().toMillis());
            assertTrue(watch.longestStall().compareTo(HANG) < 0);
        }
        assertTrue(compared > BURSTS, () -> compared + " pictures compared");
    }

    /// Ends what a burst left open, and leaves nothing that takes long.
    private boolean tame() {
        closeOthers();
        open.session.endGesture();
        ButtonBase tab = (ButtonBase) open.window.lookup("#tab-signal");
        tab.requestFocus(); // a refused text stays in its field to be mended, until it is left
        tab.fire();
        if (!isSmall(open.session.experiment())) {
            open.session.edit(e -> e.withWidths(new LayerWidths.Same(5, 20)).withSamples(40));
        }
        open.session.pins().kept().stream()
                .filter(pin -> !isSmall(pin.experiment()))
                .forEach(open.session::remove);
        if (open.signal.live().progress() instanceof Progress.Cancelled) {
            open.session.drawAnew();
        }
        return true;
    }

    private static boolean isSmall(Experiment experiment) {
        long products = 0;
        for (int layer = 1; layer <= experiment.depth(); layer++) {
            products += (long) experiment.fanIn(layer) * experiment.fanOut(layer);
        }
        return experiment.depth() <= 40 && products * experiment.effectiveSamples() <= SMALL;
    }

    private void settle() {
        try {
            WaitForAsyncUtils.waitFor(
                    HANG.toMillis(), TimeUnit.MILLISECONDS, () -> call(this::isSettled));
        } catch (TimeoutException late) {
            throw new AssertionError(open.signal.live().progress() + " for ever; " + story(), late);
        }
    }

    private boolean isSettled() {
        if (!open.window.readingProperty().get().isEmpty()
                || open.signal.live().progress().isUnderWay()
                || open.session.pins().kept().stream()
                        .anyMatch(pin -> open.signal.outcome(pin) instanceof Outcome.Waiting)) {
            return false;
        }
        // A file that was read meanwhile may have brought something large.
        if (isSmall(open.session.experiment())) {
            return true;
        }
        tame();
        return false;
    }

    /// As many steps forth as there were back end at the same state; where something was undone
    /// before, there are more behind it.
    private void walkHistory() {
        SessionState now = call(open.session::state);
        int steps = 0;
        int stride;
        do {
            stride = stride(STRIDE, open.session.undoableProperty()::get, open.session::undo);
            steps += stride;
        } while (stride == STRIDE);
        for (int left = steps; left > 0; left -= STRIDE) {
            int next = Math.min(left, STRIDE);
            assertEquals(
                    next,
                    stride(next, open.session.redoableProperty()::get, open.session::redo),
                    this::story);
        }
        assertEquals(now, call(open.session::state), this::story);
    }

    /// @return how many steps there were to take, at most `most`
    private int stride(int most, BooleanSupplier isThere, Runnable step) {
        return call(() -> {
            int taken = 0;
            while (taken < most && isThere.getAsBoolean()) {
                step.run();
                taken++;
            }
            return taken;
        });
    }

    private boolean check() {
        Experiment experiment = open.session.experiment();
        Live<SignalSettings, SignalAnswer> live = open.signal.live();
        assertEquals(experiment, live.question().experiment(), this::story);
        assertEquals(
                Numbers.significant(experiment.gain(), 5),
                open.field("Gain").getText(),
                this::story);
        switch (live.progress()) {
            case Progress.Answered _ -> {
                SignalAnswer answer = live.answer().orElseThrow();
                compare(experiment, answer);
            }
            case Progress.Refused _, Progress.Cancelled _ -> refused++;
            case Progress.Computing _, Progress.Refining _ -> fail(story());
        }
        for (Pin pin : open.session.pins().kept()) {
            switch (open.signal.outcome(pin)) {
                case Outcome.Answered<SignalAnswer>(SignalAnswer answer) ->
                        compare(pin.experiment(), answer);
                case Outcome.Refused<SignalAnswer> _ -> refused++;
                case Outcome.Waiting<SignalAnswer> _, Outcome.Cancelled<SignalAnswer> _ ->
                        fail(story());
            }
        }
        LabState<?, ?> toy = open.tabs.getLast().state();
        assertFalse(toy.isBusy(), "out of sight nothing is asked");
        assertEquals(experiment, toy.live().question().experiment(), this::story);
        return true;
    }

    /// A fresh computation has the same numbers.
    private void compare(Experiment setting, SignalAnswer found) {
        Snapshot answer = found.snapshot();
        // Compare on own axes asks for bins of its own.
        Experiment experiment = setting.withBinning(answer.experiment().binning());
        SignalAnswer again =
                solver.solve(
                        new Question<>(experiment, found.settings()),
                        Cancellation.NEVER,
                        ProgressListener.none());
        Snapshot fresh = again.snapshot();
        assertEquals(again.theory(), found.theory(), this::story);
        assertEquals(again.draws(), found.draws(), this::story);
        assertEquals(experiment, answer.experiment(), this::story);
        assertEquals(fresh.samples(), answer.samples(), this::story);
        assertEquals(fresh.input(), answer.input(), this::story);
        assertEquals(fresh.layers(), answer.layers(), this::story);
        compared++;
    }

    private String story() {
        return String.join("\n", acts);
    }

    /// On the toolkit's thread, after which other things may come.
    private <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        WeightScopeApplication.toolkitThread().execute(task);
        long end = System.nanoTime() + HANG.toNanos();
        try {
            while (true) {
                try {
                    return task.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException waiting) {
                    if (System.nanoTime() > end) {
                        throw new AssertionError(
                                "hang after " + story() + "\n" + toolkitStacks(), waiting);
                    }
                    WeightScopeApplication.toolkitThread().execute(this::closeOthers);
                }
            }
        } catch (ExecutionException failure) {
            throw new AssertionError(story() + "\n" + failure.getCause(), failure.getCause());
        } catch (InterruptedException interrupt) {
            throw new AssertionError(interrupt);
        }
    }

    /// A dialog that was opened by a key keeps the act that opened it until somebody closes it.
    private void closeOthers() {
        List.copyOf(Window.getWindows()).stream()
                .filter(each -> !each.equals(open.stage))
                .forEach(Window::hide);
    }

    /// What the toolkit's threads do: the one that hangs may wait for the one that renders.
    private static String toolkitStacks() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(each ->
                        each.getKey().getName().startsWith("JavaFX Application")
                                || each.getKey().getName().startsWith("QuantumRenderer"))
                .map(each -> each.getKey() + " " + Arrays.toString(each.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /// Sound ones, the known bad ones, and damaged ones.
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Path cases = Path.of("src", "test", "resources", "cases");
        try (Stream<Path> all = Files.walk(cases)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                files.add(Files.copy(each, folder.resolve(each.getFileName())));
            }
        }
        Path sound = folder.resolve("sound.weightscope");
        Files.writeString(sound, "weightscope-experiment 1\n--depth 4 --width 20 --samples 30\n");
        Path table = folder.resolve("sound.csv");
        Files.writeString(table, "a,b,target\n1,2,0\n3,4,1\n5,6.5,0\n");
        files.addAll(List.of(sound, table, sound, table));
        for (Path each : List.copyOf(files)) {
            Path damaged = folder.resolve(files.size() + "-" + each.getFileName());
            Random random = new Random(files.size());
            Files.write(damaged, new Mutations(random).of(Files.readAllBytes(each)));
            files.add(damaged);
        }
        files.add(folder);
        files.add(folder.resolve("not-there.csv"));
        return files;
    }
}
