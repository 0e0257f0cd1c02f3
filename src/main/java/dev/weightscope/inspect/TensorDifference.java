package dev.weightscope.inspect;

/// Two tensors of one shape beside each other, as a layer before and after it has learnt. Places
/// where either value is not finite are left out and counted.
///
/// @param count places that are compared
/// @param leftOut places that are not
/// @param rms √(mean of squares) of the first
/// @param otherRms the same of the second
/// @param distance √(mean of squared differences): Euclid's distance over √count
/// @param largest difference, as a magnitude
/// @param changed at how many places they differ
public record TensorDifference(
        long count,
        long leftOut,
        double rms,
        double otherRms,
        double distance,
        double largest,
        long changed) {
    private static final int CHUNK = TensorSurvey.CHUNK;

    /// @throws IllegalArgumentException if one has more values than the other
    public static TensorDifference of(TensorValues values, TensorValues others) {
        if (values.count() != others.count()) {
            throw new IllegalArgumentException(
                    "%d values beside %d".formatted(values.count(), others.count()));
        }
        double[] one = new double[(int) Math.min(CHUNK, values.count())];
        double[] two = new double[one.length];
        Sums all = new Sums();
        for (long from = 0; from < values.count(); from += CHUNK) {
            int some = (int) Math.min(CHUNK, values.count() - from);
            values.read(from, some, one);
            others.read(from, some, two);
            Sums chunk = new Sums();
            for (int i = 0; i < some; i++) {
                chunk.add(one[i], two[i]);
            }
            all.add(chunk);
        }
        return all.difference();
    }

    /// How far it has moved, in parts of what it was.
    public double relative() {
        return distance / rms;
    }

    /// The angle between the two as vectors, in degrees: by its half's sine, so that small ones are
    /// as exact as large ones (d² = (a − b)² + 4ab·sin²(φ/2)). NaN where either is 0.
    public double degrees() {
        double across = distance * distance - (rms - otherRms) * (rms - otherRms);
        double sine = Math.sqrt(Math.max(0, across) / (4 * rms * otherRms));
        return rms == 0 || otherRms == 0
                ? Double.NaN
                : Math.toDegrees(2 * Math.asin(Math.min(1, sine)));
    }

    private static final class Sums {
        private long count;
        private long leftOut;
        private double squares;
        private double otherSquares;
        private double differences;
        private double largest;
        private long changed;

        void add(double x, double y) {
            if (!Double.isFinite(x) || !Double.isFinite(y)) {
                leftOut++;
                return;
            }
            double difference = y - x;
            count++;
            squares += x * x;
            otherSquares += y * y;
            differences += difference * difference;
            largest = Math.max(largest, Math.abs(difference));
            changed += difference == 0 ? 0 : 1;
        }

        void add(Sums next) {
            count += next.count;
            leftOut += next.leftOut;
            squares += next.squares;
            otherSquares += next.otherSquares;
            differences += next.differences;
            largest = Math.max(largest, next.largest);
            changed += next.changed;
        }

        TensorDifference difference() {
            return new TensorDifference(
                    count,
                    leftOut,
                    Math.sqrt(squares / count),
                    Math.sqrt(otherSquares / count),
                    Math.sqrt(differences / count),
                    largest,
                    changed);
        }
    }
}
