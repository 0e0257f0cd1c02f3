package dev.weightscope.run;

import java.time.Duration;

/// How long a worker goes on with what a newer request has overtaken, and when it rests.
///
/// @param firstAnswer how long from its start an overtaken request may still work on its first
///   answer
/// @param wholeAnswer how long after its question a whole answer is still shown though the hand has
///   moved on
/// @param wholeTurn what a whole answer may be likely to take, if it is to be begun while a hand
///   moves: in that time no newer picture comes
/// @param wholeEvery how often, while a hand moves, a request goes on to its whole answer after its
///   first
/// @param pause how long a request that overtook another rests after a partial answer
/// @param idle how long nobody asks before memory is given back
record Haste(
        Duration firstAnswer,
        Duration wholeAnswer,
        Duration wholeTurn,
        Duration wholeEvery,
        Duration pause,
        Duration idle) {
    /// A moving picture may lag behind the hand for the first of these. It may stand still for two
    /// frames while a whole answer is computed. The pause is two frames, in one of which the next
    /// request comes: the processors are left to whoever paints meanwhile.
    static final Haste USUAL =
            new Haste(
                    Duration.ofMillis(120),
                    Duration.ofMillis(100),
                    Duration.ofMillis(33),
                    Duration.ofMillis(150),
                    Duration.ofMillis(33),
                    Duration.ofSeconds(5));
}
