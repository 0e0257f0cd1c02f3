package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.AnswerMoments;
import dev.weightscope.bench.window.AnswerMoments.Asked;
import dev.weightscope.bench.window.AnswerMoments.Extent;
import dev.weightscope.bench.window.AnswerMoments.Picture;
import dev.weightscope.run.Metronome;
import dev.weightscope.ui.WeightScopeApplication;
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

/// One exercise in figures: from its first question, when what was before is to be seen, until the
/// answer to the last one is. Toolkit thread only, but for [#ended].
///
/// A metronome moves on, 60 times a second, however late the window is. It beats faster than that:
/// each beat asks for the toolkit's thread, and the longest that one had to wait is the longest
/// stall, to within a beat.
final class Measurement {
    private static final int STEPS_A_SECOND = 60;
    private static final int BEATS_A_STEP = 4;
    private static final Duration BEAT =
            Duration.ofSeconds(1).dividedBy(STEPS_A_SECOND * BEATS_A_STEP);

    /// After the last picture was laid out: in which it is painted.
    private static final int LAST_FRAMES = 3;

    private final Scene scene;
    private final Exercise exercise;
    private final PaintLog log;

    private final List<Asked> asked = new ArrayList<>();
    private final Map<Object, Integer> newestStep = new HashMap<>();
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
    private Subscription closing = Subscription.EMPTY;
    private boolean isCutShort;
    private int events;

    private enum State {
        BEFORE,
        MOVING,
        AFTER
    }

    /// A picture by its number in the log.
    private record LaidOut(int number, int answers, Extent extent) {}

    Measurement(Scene scene, Exercise exercise, PaintLog log) {
        this.scene = scene;
        this.exercise = exercise;
        this.log = log;
    }

    void begin() {
        Window window = scene.getWindow();
        if (!window.isShowing()) {
            cutShort();
            return;
        }
        closing = window.showingProperty().subscribe(this::cutShort);
        exercise.prepare();
        scene.addPostLayoutPulseListener(onLayout);
        frames.start();
    }

    /// Reaches zero at the end of the exercise.
    CountDownLatch ended() {
        return ended;
    }

    /// Whether it has ended because the window was closed.
    boolean isCutShort() {
        return isCutShort;
    }

    /// @param painted when each picture of the log was painted
    AnswerMoments moments(Map<Integer, Long> painted) {
        List<Picture> seen = new ArrayList<>();
        for (LaidOut picture : pictures) {
            Long end = painted.get(picture.number);
            if (end != null) {
                seen.add(new Picture(picture.answers, picture.extent, end));
            }
        }
        return new AnswerMoments(
                events,
                asked,
                seen,
                pulses,
                longestWait,
                new AnswerMoments.Work(workOfMoves, workOfPictures));
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
        framesAtRest = exercise.isAnswered() ? framesAtRest + 1 : 0;
        return framesAtRest > LAST_FRAMES;
    }

    private void grip() {
        state = State.MOVING;
        framesAtRest = 0;
        pictures.clear();
        exercise.begin();
        workBefore = threads.getCurrentThreadCpuTime();
        metronome = new Metronome(BEAT, WeightScopeApplication.toolkitThread(), this::hear);
    }

    private void hear(Metronome.Beat beat) {
        if (state != State.MOVING) {
            return;
        }
        longestWait = Math.max(longestWait, System.nanoTime() - beat.sent());
        if (beat.number() % BEATS_A_STEP == 0) {
            move((int) (beat.number() / BEATS_A_STEP), beat.due());
        }
    }

    private void move(int step, long due) {
        Object before = exercise.question();
        long begun = threads.getCurrentThreadCpuTime();
        Exercise.Done done = exercise.move(step);
        long work = threads.getCurrentThreadCpuTime() - begun;
        workOfMovesSince += work;
        switch (done) {
            case MOVED -> events++;
            case WAITED -> {}
            case NOTHING -> release();
        }
        Object now = exercise.question();
        if (!now.equals(before)) {
            workOfMoves.add(work);
            asked.add(new Asked(step, due));
            newestStep.put(now, step);
        }
    }

    private void release() {
        state = State.AFTER;
        stopMoving();
        exercise.end();
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
        exercise.close();
        closing.unsubscribe();
        scene.removePostLayoutPulseListener(onLayout);
        ended.countDown();
    }

    /// Charts draw in the layout, so what is seen after it is what this frame shows.
    private void lookAtPicture() {
        exercise.look().ifPresent(this::note);
    }

    private void note(Exercise.Seen seen) {
        int answers = seen.question().map(each -> newestStep.getOrDefault(each, -1)).orElse(-1);
        pictures.add(new LaidOut(log.laidOut(), answers, seen.extent()));
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
