package dev.weightscope.ui.training;

import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The step that is looked at, which a person moves, or which moves by itself. As long as nobody
/// has moved it back it is the last one that there is; where a race begins again it comes back, as
/// the race grows, to where it was moved.
final class StepClock {
    private static final double SECOND = 1e9;

    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper last = new ReadOnlyIntegerWrapper(1);
    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.USUAL);
    private final Ticks ticks = new Ticks();
    private int reached;
    private int wanted;
    private boolean isFollowing = true;

    /// How fast time goes.
    enum Speed {
        /// 60 steps a second.
        USUAL("1×") {
            @Override
            double stepsPerSecond(int last) {
                return 60;
            }
        },
        /// All steps in two seconds, but not slower than usual.
        MOST("max") {
            @Override
            double stepsPerSecond(int last) {
                return Math.max(120, last / 2.0);
            }
        };

        private final String label;

        Speed(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        abstract double stepsPerSecond(int last);
    }

    StepClock() {
        playing.addListener((_, _, isPlaying) -> {
            if (isPlaying) {
                ticks.begin();
            } else {
                ticks.stop();
            }
        });
    }

    /// The step that is looked at; 0 is the start.
    ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// The last step of the axis.
    ReadOnlyIntegerProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /// Whether the step moves by itself.
    BooleanProperty playingProperty() {
        return playing;
    }

    ObjectProperty<Speed> speedProperty() {
        return speed;
    }

    /// What there is to look at has changed.
    ///
    /// @param newLast step of the axis
    /// @param newReached the last one that there is
    void span(int newLast, int newReached) {
        reached = Math.min(newReached, newLast);
        last.set(Math.max(1, newLast));
        step.set(isFollowing ? reached : Math.min(wanted, reached));
    }

    /// Looks at a step, or the nearest that there is.
    void goTo(int where) {
        wanted = Math.clamp(where, 0, reached);
        step.set(wanted);
        isFollowing = step.get() == reached;
    }

    /// Begins at the start again where it has come to the end.
    void toggle() {
        if (!playing.get() && step.get() >= reached) {
            goTo(0);
        }
        playing.set(!playing.get());
    }

    void forward(int steps) {
        playing.set(false);
        goTo(step.get() + steps);
    }

    void toStart() {
        playing.set(false);
        goTo(0);
    }

    private final class Ticks extends AnimationTimer {
        private long before;
        private double rest;

        void begin() {
            before = 0;
            rest = 0;
            start();
        }

        @Override
        public void handle(long now) {
            if (before > 0) {
                rest += (now - before) / SECOND * speed.get().stepsPerSecond(last.get());
            }
            before = now;
            int whole = (int) rest;
            if (whole > 0) {
                rest -= whole;
                goTo(step.get() + whole);
            }
            if (step.get() >= reached) {
                playing.set(false);
            }
        }
    }
}
