package dev.weightscope.engine;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.GainAnswer;
import dev.weightscope.model.GainGoal;
import dev.weightscope.model.LikeLayers;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quantity;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Snapshot;
import dev.weightscope.model.TensorStatistics;
import dev.weightscope.model.Trend;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Measures the gain at which a signal leaves the last layer as large as it left the first, or a
/// gradient arrives at the first layer as large as it left the last: at this depth, for these draws
/// and inputs. First and last are those of the [LikeLayers]: what is inside of a branch, or
/// normalized by another size, is not what the others are.
///
/// The logarithm of the ratio of last to first is looked at as a function of that of the gain. From
/// a first gain outwards, in steps that double, its first change of sign is sought, then the zero
/// in between by the Illinois form of false position (Dowell & Jarratt 1971). The engine keeps
/// draws, so that each gain costs the products alone.
public final class GainSearch {
    /// Gains beyond are not tried.
    private static final double LOWEST = 1e-3;

    private static final double HIGHEST = 1e3;

    private static final double FIRST_STEP = 1.25;

    /// A ratio that is 1 but for so much from one step to the next is that of a signal that
    /// saturates or is normalized: where it crosses 1 by chance is no answer.
    private static final double INDIFFERENT = 1e-2;

    /// Relative, of the gain.
    private static final double CLOSE = 1e-6;

    /// The logarithm of a ratio that float32 tells from 0.
    private static final double REACHED = 1e-6;

    private static final int STEPS = 60;

    /// Stands for a ratio of 0 or infinity.
    private static final double RUNAWAY = 1e3;

    private final Engine engine;

    public GainSearch(Engine engine) {
        this.engine = engine;
    }

    /// The gain of the experiment itself does not matter.
    ///
    /// @param start where the search begins: theory's answer, or 1
    /// @throws CancelledException if it is no longer wanted
    /// @throws Refusal as [Engine#run(Experiment, Cancellation)]
    public GainAnswer find(
            Experiment experiment, GainGoal goal, double start, Cancellation cancellation) {
        if (experiment.depth() < 2) {
            return new GainAnswer.None(
                    "A gain is measured between the first layer and the last; this network has one"
                            + " layer.");
        }
        Optional<String> dividedOut = goal.dividedOut(experiment);
        if (dividedOut.isPresent()) {
            return new GainAnswer.None(dividedOut.get());
        }
        if (goal == GainGoal.GRADIENT && LikeLayers.of(experiment).gradient().size() < 2) {
            return new GainAnswer.None(
                    "The gradient is measured between two layers that are alike; this network has"
                            + " only layer %d."
                                    .formatted(LikeLayers.of(experiment).gradient().getFirst()));
        }
        return new Search(experiment, goal, cancellation).from(Math.clamp(start, LOWEST, HIGHEST));
    }

    /// A gain that was tried.
    ///
    /// @param log ln gain
    /// @param excess ln of the ratio, 0 where the goal is reached; NaN where nothing arrives at
    ///   either end
    private record Point(double log, double excess) {
        boolean isIndifferent() {
            return Math.abs(excess) < INDIFFERENT;
        }

        double gain() {
            return Math.exp(log);
        }
    }

    private final class Search {
        private final Experiment experiment;
        private final GainGoal goal;
        private final Cancellation cancellation;
        private Point nearest = new Point(0, Double.NaN);

        Search(Experiment experiment, GainGoal goal, Cancellation cancellation) {
            this.experiment = experiment;
            this.goal = goal;
            this.cancellation = cancellation;
        }

        GainAnswer from(double start) {
            Point from = at(Math.log(start));
            if (Double.isNaN(from.excess())) {
                return none();
            }
            boolean up = from.excess() < 0;
            double step = Math.log(FIRST_STEP);
            for (boolean isLast = false; !isLast; step *= 2) {
                double wanted = from.log() + (up ? step : -step);
                double log = Math.clamp(wanted, Math.log(LOWEST), Math.log(HIGHEST));
                isLast = log != wanted;
                Point to = at(log);
                if (Double.isNaN(to.excess())) {
                    return none();
                }
                if (from.excess() < 0 != to.excess() < 0) {
                    boolean isChance =
                            to.isIndifferent() && at(log + wanted - from.log()).isIndifferent();
                    return isChance
                            ? none()
                            : new GainAnswer.Found(up ? zero(from, to) : zero(to, from));
                }
                from = to;
            }
            return none();
        }

        /// @param below at the smaller gain, with an excess of another sign than `above`
        private double zero(Point below, Point above) {
            Point low = below;
            Point high = above;
            double lowWeight = 1;
            double highWeight = 1;
            double last = Double.NaN;
            for (int i = 0; i < STEPS && high.log() - low.log() > CLOSE; i++) {
                double from = lowWeight * low.excess();
                double to = highWeight * high.excess();
                Point next = at((low.log() * to - high.log() * from) / (to - from));
                if (Math.abs(next.excess()) < REACHED || Math.abs(next.log() - last) < CLOSE) {
                    return next.gain();
                }
                last = next.log();
                if (next.excess() < 0 == low.excess() < 0) {
                    low = next;
                    lowWeight = 1;
                    highWeight /= 2;
                } else {
                    high = next;
                    highWeight = 1;
                    lowWeight /= 2;
                }
            }
            return Math.abs(low.excess()) < Math.abs(high.excess()) ? low.gain() : high.gain();
        }

        private Point at(double log) {
            Snapshot snapshot =
                    engine.run(experiment.withGain(Math.exp(log)), passes(goal), cancellation);
            Point point = new Point(log, excess(snapshot, goal));
            if (Double.isNaN(nearest.excess())
                    || Math.abs(point.excess()) < Math.abs(nearest.excess())) {
                nearest = point;
            }
            return point;
        }

        private GainAnswer none() {
            LikeLayers layers = LikeLayers.of(experiment);
            List<Integer> like =
                    goal == GainGoal.GRADIENT ? layers.gradient().reversed() : layers.signal();
            if (Double.isNaN(nearest.excess())) {
                return new GainAnswer.None(
                        "No gain holds %s: nothing of it arrives.".formatted(goal.noun()));
            }
            return new GainAnswer.None(
                    "No gain from %s to %s holds %s from %s to %s; %s comes nearest, with a ratio of %s."
                            .formatted(
                                    Numbers.plain(LOWEST),
                                    Numbers.plain(HIGHEST),
                                    goal.noun(),
                                    name(like.getFirst()),
                                    name(like.getLast()),
                                    Numbers.significant(nearest.gain(), 3),
                                    Numbers.significant(Math.exp(nearest.excess()), 5)));
        }
    }

    private static Passes passes(GainGoal goal) {
        return switch (goal) {
            case SECOND_MOMENT, STD -> Passes.FORWARD;
            case GRADIENT -> Passes.THERE_AND_BACK;
        };
    }

    private static String name(int layer) {
        return layer == 0 ? "the input" : "layer " + layer;
    }

    private static double excess(Snapshot snapshot, GainGoal goal) {
        double ratio =
                switch (goal) {
                    case SECOND_MOMENT -> ratio(snapshot, TensorStatistics::rms);
                    case STD -> ratio(snapshot, TensorStatistics::std);
                    case GRADIENT -> gradientRatio(snapshot);
                };
        return Double.isNaN(ratio) ? ratio : Math.clamp(Math.log(ratio), -RUNAWAY, RUNAWAY);
    }

    private static double gradientRatio(Snapshot snapshot) {
        Trend trend = Trend.ofGradient(snapshot);
        boolean exploded =
                !snapshot.layer(trend.lastLayer()).of(Quantity.PRE_ACTIVATION_GRADIENT).allFinite()
                        || !snapshot.last().activation().allFinite();
        return exploded ? Double.POSITIVE_INFINITY : trend.growth();
    }

    private static double ratio(Snapshot snapshot, ToDoubleFunction<TensorStatistics> figure) {
        Trend trend = Trend.ofSignal(snapshot, figure);
        // A std of values that overflowed may be NaN; they are as large as can be.
        boolean exploded = !snapshot.output(trend.lastLayer()).allFinite();
        return exploded ? Double.POSITIVE_INFINITY : trend.growth();
    }
}
