package dev.weightscope.data;

import dev.weightscope.kernel.RandomStream;
import dev.weightscope.model.DrawnPoints;
import dev.weightscope.model.Keyed;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Data sets of two classes in the plane that are drawn, point by point: the first half of the
/// points is class 0. Each point takes the same number of draws, whatever the noise.
public enum DrawnData implements Keyed {
    /// Two half circles of radius 1 that reach into each other, as scikit-learn's `make_moons`.
    MOONS("moons", "Two moons") {
        @Override
        void place(int label, double share, RandomGenerator random, double[] at) {
            double angle = Math.PI * share;
            at[0] = label == 0 ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
            at[1] = label == 0 ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
        }
    },
    /// Two circles about the origin, of radius 1 and 0.5.
    CIRCLES("circles", "Two circles") {
        @Override
        void place(int label, double share, RandomGenerator random, double[] at) {
            double radius = label == 0 ? 1 : 0.5;
            at[0] = radius * StrictMath.cos(2 * Math.PI * share);
            at[1] = radius * StrictMath.sin(2 * Math.PI * share);
        }
    },
    /// Two arms that wind one and a half times about the origin, of radius 0..1.
    SPIRALS("spirals", "Two spirals") {
        @Override
        void place(int label, double share, RandomGenerator random, double[] at) {
            double angle = 3 * Math.PI * share + Math.PI * label;
            at[0] = share * StrictMath.cos(angle);
            at[1] = share * StrictMath.sin(angle);
        }
    },
    /// Two normal clouds of std 0.5 about (−1, −1) and (1, 1).
    BLOBS("blobs", "Two blobs") {
        @Override
        void place(int label, double share, RandomGenerator random, double[] at) {
            at[0] = 2 * label - 1 + 0.5 * random.nextGaussian();
            at[1] = 2 * label - 1 + 0.5 * random.nextGaussian();
        }
    };

    private final String key;
    private final String label;

    DrawnData(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// The data set with this key, if there is one.
    public static Optional<DrawnData> withKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /// Where a point would be without noise.
    ///
    /// @param label its class, 0 or 1
    /// @param share how far along its curve, 0..1
    /// @param random for what has no curve
    /// @param at two coordinates; overwritten
    abstract void place(int label, double share, RandomGenerator random, double[] at);

    /// The class of a point: the first half, rounded up, has class 0.
    static int label(int point, int points) {
        return point < (points + 1) / 2 ? 0 : 1;
    }

    /// The coordinates of all points, x then y, a function of the points' settings alone.
    double[][] coordinates(DrawnPoints drawn) {
        RandomGenerator random =
                new RandomStream(drawn.seed(), 0, RandomStream.Purpose.INPUT).generator();
        double[][] columns = new double[2][drawn.points()];
        double[] at = new double[2];
        for (int point = 0; point < drawn.points(); point++) {
            place(label(point, drawn.points()), random.nextDouble(), random, at);
            columns[0][point] = at[0] + drawn.noise() * random.nextGaussian();
            columns[1][point] = at[1] + drawn.noise() * random.nextGaussian();
        }
        return columns;
    }
}
