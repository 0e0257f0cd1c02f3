package dev.weightscope.bench.window;

/// The way of a hand along a slider: up to one place, down to another and back again, at a steady
/// speed. No lap stands where one before it stood, or what was asked there would be known already.
///
/// @param low the lower turning place, 0..1 of the slider's length
/// @param high the upper one
/// @param start where the hand is before the first step, within both; it goes up first
/// @param stepsThereAndBack how many whole steps fit between one turning place and the next time
///   there, at least [#LEAST_STEPS]
public record Sweep(double low, double high, double start, int stepsThereAndBack) {
    /// The fewest steps of a lap. In fewer a hand may turn round between two of them and be back
    /// where it was, so that its slider asks for nothing.
    public static final int LEAST_STEPS = 10;

    /// What a lap takes beyond its whole steps: the golden section's part of one, since multiples
    /// of it come least near to whole numbers, so that the places of several laps stay apart.
    private static final double PART_OF_A_STEP = (Math.sqrt(5) - 1) / 2;

    public Sweep {
        if (!(low < high && low <= start && start <= high)) {
            throw new IllegalArgumentException(
                    "no sweep from %s within %s..%s".formatted(start, low, high));
        }
        if (stepsThereAndBack < LEAST_STEPS) {
            throw new IllegalArgumentException(
                    "%d steps are fewer than %d".formatted(stepsThereAndBack, LEAST_STEPS));
        }
    }

    /// Where the hand is at a step, 0 being the start.
    public double position(int step) {
        double length = high - low;
        double way = start - low + 2 * length * step / (stepsThereAndBack + PART_OF_A_STEP);
        double within = way % (2 * length);
        return low + (within <= length ? within : 2 * length - within);
    }
}
