package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.DragMoments;
import dev.weightscope.bench.window.DragMoments.Asked;
import dev.weightscope.bench.window.DragMoments.Extent;
import dev.weightscope.bench.window.DragMoments.Picture;
import dev.weightscope.bench.window.Sweep;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Snapshot;
import dev.weightscope.run.Metronome;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.ui.WeightScopeApplication;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One drag: from an experiment, when its answer is to be seen, until the answer to the last step
/// is. Toolkit thread only, but for [#ended].
///
/// A metronome moves the hand, 60 times a second, however late the window is. It beats faster than
/// that: each beat asks for the toolkit's thread, and the longest that one had to wait is the
/// longest stall, to within a beat.
final class Drag {
    private static final int STEPS_A_SECOND = 60;
    private static final int BEATS_A_STEP = 4;
    private static final Duration BEAT =
            Duration.ofSeconds(1).dividedBy(STEPS_A_SECOND * BEATS_A_STEP);

    /// After the last picture was laid out: in which it is painted.
    private static final int LAST_FRAMES = 3;

    private final Scene scene;
    private final Session session;
    private final LabState<?, SignalAnswer> lab;
    private final Experiment start;
    private final SliderHand hand;
    private final Sweep sweep;
    private final int steps;
    private final PaintLog log;

    private final List<Asked> asked = new ArrayList<>();
    private final Map<Experiment, Integer> newestStep = new HashMap<>();
    private final List<LaidOut> pictures = new ArrayList<>();
    private final List<Long> pulses = new ArrayList<>();
    private long longestWait;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> workOfMoves = new ArrayList<>();
    private final List<Long> workOfPictures = new ArrayList<>();
    private long workBefore;
    private long workOfMovesSince;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Runnable onLayout = this::lookAtPicture;
    private final AnimationTimer frames =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    beginFrame();
                }
            };
    private State state = State.BEFORE;
    private int framesAtRest;
    private @Nullable Metronome metronome;
    private boolean isAnswerNew;
    private Subscription answers = Subscription.EMPTY;
    private Subscription closing = Subscription.EMPTY;
    private boolean isCutShort;

    private enum State {
        BEFORE,
        MOVING,
        AFTER
    }

    /// A picture by its number in the log.
    private record LaidOut(int number, int answers, Extent extent) {}

    /// @param start what the window shows before the hand moves
    Drag(
            Scene scene,
            Session session,
            LabState<?, SignalAnswer> lab,
            Experiment start,
            SliderHand hand,
            Sweep sweep,
            int steps,
            PaintLog log) {
        this.scene = scene;
        this.session = session;
        this.lab = lab;
        this.start = start;
        this.hand = hand;
        this.sweep = sweep;
        this.steps = steps;
        this.log = log;
    }

    void begin() {
        Window window = scene.getWindow();
        if (!window.isShowing()) {
            cutShort();
            return;
        }
        closing = window.showingProperty().subscribe(this::cutShort);
        session.edit(_ -> start);
        answers = lab.liveProperty().map(Live::answer).subscribe(_ -> isAnswerNew = true);
        scene.addPostLayoutPulseListener(onLayout);
        frames.start();
    }

    /// Reaches zero at the end of the drag.
    CountDownLatch ended() {
        return ended;
    }

    /// Whether it has ended because the window was closed.
    boolean isCutShort() {
        return isCutShort;
    }

    /// @param painted when each picture of the log was painted
    DragMoments moments(Map<Integer, Long> painted) {
        List<Picture> seen = new ArrayList<>();
        for (LaidOut picture : pictures) {
            Long end = painted.get(picture.number);
            if (end != null) {
                seen.add(new Picture(picture.answers, picture.extent, end));
            }
        }
        return new DragMoments(
                steps,
                asked,
                seen,
                pulses,
                longestWait,
                new DragMoments.Work(workOfMoves, workOfPictures));
    }

    private void beginFrame() {
        switch (state) {
            case BEFORE -> {
                if (isAtRest()) {
                    grip();
                }
            }
            case MOVING -> pulses.add(System.nanoTime());
            case AFTER -> {
                if (isAtRest()) {
                    end();
                }
            }
        }
    }

    /// Whether the newest answer has been laid out, and some frames have gone by since.
    private boolean isAtRest() {
        boolean isAnswered = lab.live().progress() instanceof Progress.Answered && !isAnswerNew;
        framesAtRest = isAnswered ? framesAtRest + 1 : 0;
        return framesAtRest > LAST_FRAMES;
    }

    private void grip() {
        state = State.MOVING;
        framesAtRest = 0;
        pictures.clear();
        hand.press();
        workBefore = threads.getCurrentThreadCpuTime();
        metronome = new Metronome(BEAT, WeightScopeApplication.toolkitThread(), this::hear);
    }

    private void hear(Metronome.Beat beat) {
        if (state != State.MOVING) {
            return;
        }
        longestWait = Math.max(longestWait, System.nanoTime() - beat.sent());
        if (beat.number() % BEATS_A_STEP == 0) {
            int step = (int) (beat.number() / BEATS_A_STEP);
            if (step < steps) {
                move(step, beat.due());
            } else {
                release();
            }
        }
    }

    private void move(int step, long due) {
        Experiment before = session.experiment();
        long begun = threads.getCurrentThreadCpuTime();
        hand.moveTo(sweep.position(step + 1));
        long work = threads.getCurrentThreadCpuTime() - begun;
        workOfMovesSince += work;
        Experiment now = session.experiment();
        if (!now.equals(before)) {
            workOfMoves.add(work);
            asked.add(new Asked(step, due));
            newestStep.put(now, step);
        }
    }

    private void release() {
        state = State.AFTER;
        stopMoving();
        hand.release();
    }

    private void stopMoving() {
        if (metronome != null) {
            metronome.close();
        }
    }

    private void cutShort() {
        isCutShort = true;
        state = State.AFTER; // for beats that are on their way
        stopMoving();
        end();
    }

    private void end() {
        frames.stop();
        answers.unsubscribe();
        closing.unsubscribe();
        scene.removePostLayoutPulseListener(onLayout);
        ended.countDown();
    }

    /// Charts draw in the layout, so what the session holds after it is what this frame shows.
    private void lookAtPicture() {
        Snapshot now = lab.live().answer().map(SignalAnswer::snapshot).orElse(null);
        if (now == null || !isAnswerNew) {
            return;
        }
        isAnswerNew = false;
        pictures.add(
                new LaidOut(
                        log.laidOut(),
                        newestStep.getOrDefault(now.experiment(), -1),
                        now.isComplete() ? Extent.ALL_SAMPLES : Extent.FIRST_SAMPLES));
        if (state == State.MOVING) {
            noteWork();
        }
    }

    private void noteWork() {
        long work = threads.getCurrentThreadCpuTime();
        if (pictures.size() > 1) {
            workOfPictures.add(work - workBefore - workOfMovesSince);
        }
        workBefore = work;
        workOfMovesSince = 0;
    }
}
