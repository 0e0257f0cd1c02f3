package dev.weightscope.ui.bench;

import dev.weightscope.bench.window.Sweep;
import dev.weightscope.ui.bench.Exercise.Done;

/// A slider's way in steps, and the hand that moves it. Toolkit thread only.
record Stroke(SliderHand hand, Sweep sweep, int steps) {
    void begin() {
        hand.press();
    }

    /// @param step how many were taken before
    Done move(int step) {
        if (step >= steps) {
            return Done.NOTHING;
        }
        hand.moveTo(sweep.position(step + 1));
        return Done.MOVED;
    }

    void end() {
        hand.release();
    }
}
