package dev.weightscope.bench.window;

/// Answers of the window in figures; times in seconds.
///
/// @param latency from a question to the paint of a picture that answers it or a newer one, if only
///   in part
/// @param whole the same, to a picture of the whole answer
/// @param missedFrames the share of frames that were due and did not come, 0..1
/// @param longestStall the longest time that the toolkit's thread kept something waiting
/// @param events how often a slider was moved, or something asked
/// @param paints how many pictures were painted
/// @param paintRate how many of them a second, from the first question to the last picture
/// @param wholeRate how many pictures of whole answers were painted a second, from the first
///   question to the last
/// @param work of the toolkit's thread
public record AnswerFigures(
        Percentiles latency,
        Percentiles whole,
        double missedFrames,
        double longestStall,
        int events,
        int paints,
        double paintRate,
        double wholeRate,
        Work work) {
    /// Processor time of the toolkit's thread, in seconds: it says what a picture costs also on a
    /// machine that does other things.
    ///
    /// @param move of a slider, or a question, until what it asks is on its way
    /// @param picture all else from one picture to the next
    public record Work(Percentiles move, Percentiles picture) {}
}
