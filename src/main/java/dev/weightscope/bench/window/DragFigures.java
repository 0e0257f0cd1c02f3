package dev.weightscope.bench.window;

/// A drag in figures; times in seconds.
///
/// @param latency from a slider event to the paint of a picture that answers it or a newer one, if
///   only from the first samples
/// @param whole the same, to a picture that rests on all samples
/// @param missedFrames the share of frames that were due and did not come, 0..1
/// @param longestStall the longest time that the toolkit's thread kept something waiting
/// @param events how often the slider was moved
/// @param paints how many pictures were painted
/// @param wholeRate how many pictures that rest on all samples were painted a second, while the
///   hand moved
/// @param work of the toolkit's thread
public record DragFigures(
        Percentiles latency,
        Percentiles whole,
        double missedFrames,
        double longestStall,
        int events,
        int paints,
        double wholeRate,
        Work work) {
    /// Processor time of the toolkit's thread, in seconds: it says what a picture costs also on a
    /// machine that does other things.
    ///
    /// @param move of a slider, until what it asks is on its way
    /// @param picture all else from one picture to the next
    public record Work(Percentiles move, Percentiles picture) {}
}
