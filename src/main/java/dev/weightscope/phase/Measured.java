package dev.weightscope.phase;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// How many right answers networks all over a map have learnt to give: of all that are trained, or
/// of those that are there yet.
///
/// @param chance the share of the commonest class: right answers of who does not look
/// @param reach 6 ξ_c at each place, row by row from the lowest σ_b²; NaN where theory does not
///   count or has none; not to be modified
/// @param runs by place, draw by draw; some have not ended
/// @param caption what was trained, and how: `digits, 30 layers of 64, 200 steps of SGD`
public record Measured(
        Places places,
        int draws,
        double chance,
        double[] reach,
        List<MeasuredRun> runs,
        String caption) {
    public Measured {
        runs = List.copyOf(runs);
    }

    /// The draws of a place that have ended.
    List<MeasuredRun> ended(int place) {
        return runs.subList(place * draws, (place + 1) * draws).stream()
                .filter(MeasuredRun::hasEnded)
                .toList();
    }

    /// The mean over the draws of a place that have ended; NaN where there is none, or the loss of
    /// one is no number.
    public double accuracy(int place) {
        return ended(place).stream()
                .mapToDouble(MeasuredRun::accuracy)
                .average()
                .orElse(Double.NaN);
    }

    /// The places at which a run has ended.
    public BitSet known() {
        BitSet known = new BitSet(places.count());
        IntStream.range(0, places.count())
                .filter(place -> !ended(place).isEmpty())
                .forEach(known::set);
        return known;
    }

    /// How far from chance to all right: 0..1; NaN as [#accuracy].
    public double learnt(int place) {
        double accuracy = accuracy(place);
        return Double.isNaN(accuracy)
                ? accuracy
                : Math.clamp((accuracy - chance) / (1 - chance), 0, 1);
    }

    /// How many runs have ended.
    public int done() {
        return (int) runs.stream().filter(MeasuredRun::hasEnded).count();
    }

    public boolean isComplete() {
        return done() == runs.size();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Measured that
                        && places.equals(that.places)
                        && draws == that.draws
                        && chance == that.chance
                        && Arrays.equals(reach, that.reach)
                        && runs.equals(that.runs)
                        && caption.equals(that.caption));
    }

    @Override
    public int hashCode() {
        return runs.hashCode();
    }
}
