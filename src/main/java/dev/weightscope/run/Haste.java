package dev.weightscope.run;

import java.time.Duration;

/// How long a worker goes on with what a newer request has overtaken, and when it rests.
///
/// @param firstAnswer how long from its start an overtaken request may still work on its first
///   answer
/// @param wholeAnswer how long after its question a whole answer is still shown though the hand has
///   moved on
/// @param wholeEvery how long after a whole answer, while a hand moves, a request goes on again to
///   its whole answer after its first
/// @param pause how long a request that overtook another rests after a partial answer
/// @param idle how long nobody asks before memory is given back
record Haste(
        Duration firstAnswer,
        Duration wholeAnswer,
        Duration wholeEvery,
        Duration pause,
        Duration idle) {
    /// A moving picture may lag behind the hand for the first of these. A whole answer of up to 60
    /// milliseconds comes five times a second. The pause is two frames, in one of which the next
    /// request comes: the processors are left to whoever paints meanwhile.
    static final Haste USUAL =
            new Haste(
                    Duration.ofMillis(120),
                    Duration.ofMillis(100),
                    Duration.ofMillis(120),
                    Duration.ofMillis(33),
                    Duration.ofSeconds(5));
}
