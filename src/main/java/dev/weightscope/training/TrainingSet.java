package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Data split into rows to train on and rows to test on, laid out as runs read them. Made once and
/// shared by all runs; immutable.
public final class TrainingSet {
    private final TrainingData data;
    private final SampleTable train;
    private final @Nullable SampleTable test;
    private final @Nullable Plane plane;
    private final @Nullable SampleTable cells;

    private TrainingSet(TrainingData data, SampleTable train, @Nullable SampleTable test) {
        this.data = data;
        this.train = train;
        this.test = test;
        boolean isPlane = data.features() == 2 && Loss.of(data.target()).hasAccuracy();
        this.plane = isPlane ? Plane.of(data) : null;
        this.cells = plane == null ? null : plane.cells();
    }

    /// [#of(TrainingData, TestSplit, Cancellation)], always wanted.
    public static TrainingSet of(TrainingData data, TestSplit split) {
        return of(data, split, Cancellation.NEVER);
    }

    /// Both parts keep their rows in the order of the data.
    ///
    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted
    public static TrainingSet of(TrainingData data, TestSplit split, Cancellation cancellation) {
        int testRows = split.testRows(data.rows());
        int trainRows = data.rows() - testRows;
        int[] rows =
                switch (split.order()) {
                    case GIVEN -> Permutations.given(data.rows());
                    case SHUFFLED ->
                            Permutations.shuffled(
                                    data.rows(),
                                    new RandomStream(split.seed(), 0, Purpose.SPLIT),
                                    cancellation);
                };
        return new TrainingSet(
                data,
                table(data, rows, 0, trainRows, cancellation),
                testRows == 0 ? null : table(data, rows, trainRows, data.rows(), cancellation));
    }

    private static SampleTable table(
            TrainingData data, int[] rows, int from, int to, Cancellation cancellation) {
        int[] part = Arrays.copyOfRange(rows, from, to);
        Arrays.sort(part);
        return SampleTable.of(data, part, cancellation);
    }

    public TrainingData data() {
        return data;
    }

    /// How many rows are trained on.
    public int trainRows() {
        return train.rows();
    }

    /// How many rows are tested on; 0 for none.
    public int testRows() {
        return test == null ? 0 : test.rows();
    }

    /// The loss of the best answer that does not look at the features: the entropy of the classes'
    /// shares among the rows that are trained on, or the variance of their numbers; as large as the
    /// losses that a plan notes, which of a sum are of a batch or of all rows.
    public double guessing(TrainingPlan plan) {
        int rows =
                switch (plan.scope()) {
                    case ALL -> train.rows();
                    case BATCH -> plan.batchOf(train.rows());
                };
        return Loss.of(data.target()).guessing(train.targets()) * plan.reduction().weight(rows);
    }

    /// The share of the commonest class among the rows that are trained on; NaN where the target is
    /// a number.
    public double commonest() {
        return share(train);
    }

    /// The share of that class among the rows that are tested on; NaN where there are none, or the
    /// target is a number.
    public double testCommonest() {
        return test == null ? Double.NaN : share(test);
    }

    private double share(SampleTable table) {
        if (!(data.target() instanceof Target.Classes(int count, int[] _))) {
            return Double.NaN;
        }
        int[] counts = new int[count];
        int most = 0;
        for (float each : train.targets()) {
            counts[(int) each]++;
        }
        for (int each = 1; each < count; each++) {
            most = counts[each] > counts[most] ? each : most;
        }
        int there = 0;
        for (float each : table.targets()) {
            there += each == most ? 1 : 0;
        }
        return (double) there / table.rows();
    }

    /// Where the samples are, if they have two features and a class.
    public Optional<Plane> plane() {
        return Optional.ofNullable(plane);
    }

    /// The cells of the plane, if there is one.
    @Nullable SampleTable cells() {
        return cells;
    }

    SampleTable train() {
        return train;
    }

    @Nullable SampleTable test() {
        return test;
    }
}
