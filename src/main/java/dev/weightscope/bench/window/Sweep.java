package dev.weightscope.bench.window;

/// The way of a hand along a slider: up to one place, down to another and back again, at a steady
/// speed.
///
/// @param low the lower turning place, 0..1 of the slider's length
/// @param high the upper one
/// @param start where the hand is before the first step, within both; it goes up first
/// @param stepsThereAndBack how many steps lead from one turning place back to it
public record Sweep(double low, double high, double start, int stepsThereAndBack) {
    public Sweep {
        if (!(low < high && low <= start && start <= high)) {
            throw new IllegalArgumentException(
                    "no sweep from %s within %s..%s".formatted(start, low, high));
        }
        if (stepsThereAndBack < 2) {
            throw new IllegalArgumentException(
                    "%d steps are fewer than 2".formatted(stepsThereAndBack));
        }
    }

    /// Where the hand is at a step, 0 being the start.
    public double position(int step) {
        double length = high - low;
        double way = start - low + 2 * length * step / stepsThereAndBack;
        double within = way % (2 * length);
        return low + (within <= length ? within : 2 * length - within);
    }
}
