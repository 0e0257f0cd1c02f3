package dev.weightscope.linear;

import dev.weightscope.kernel.Cancellation;
import java.util.Arrays;

/// The singular values of a bidiagonal matrix, by QR steps without its square: with a shift (Golub
/// & Reinsch 1970), or with none where that is needed to keep small values (Demmel & Kahan 1990).
final class BidiagonalValues {
    private static final double EPSILON = 0x1p-53;

    /// Sweeps for each value after which there is something wrong: two or three are usual.
    private static final int MOST_SWEEPS = 60;

    private final double[] diagonal;
    private final double[] beside;

    /// @param diagonal overwritten
    /// @param superdiagonal one less; overwritten
    private BidiagonalValues(double[] diagonal, double[] superdiagonal) {
        this.diagonal = diagonal;
        this.beside = superdiagonal;
    }

    /// @param diagonal of any signs; its largest magnitude about 1; overwritten
    /// @param superdiagonal one less; overwritten
    /// @return descending
    /// @throws dev.weightscope.kernel.CancelledException if the work is no longer wanted
    static double[] of(double[] diagonal, double[] superdiagonal, Cancellation cancellation) {
        new BidiagonalValues(diagonal, superdiagonal).sweep(cancellation);
        int size = diagonal.length;
        double[] ascending = new double[size];
        for (int i = 0; i < size; i++) {
            ascending[i] = Math.abs(diagonal[i]);
        }
        Arrays.sort(ascending);
        double[] descending = new double[size];
        for (int i = 0; i < size; i++) {
            descending[i] = ascending[size - 1 - i];
        }
        return descending;
    }

    private void sweep(Cancellation cancellation) {
        long left = (long) MOST_SWEEPS * diagonal.length;
        int last = diagonal.length - 1;
        while (last > 0) {
            cancellation.throwIfCancelled();
            if (isNegligible(last - 1)) {
                beside[last - 1] = 0;
                last--;
                continue;
            }
            int first = last - 1;
            while (first > 0 && !isNegligible(first - 1)) {
                first--;
            }
            if (left-- == 0) {
                throw new IllegalStateException(
                        "no singular values of a bidiagonal matrix of " + diagonal.length);
            }
            double shift = shift(first, last);
            if (shift == 0) {
                withoutShift(first, last);
            } else {
                withShift(first, last, shift);
            }
        }
    }

    private boolean isNegligible(int i) {
        return Math.abs(beside[i]) <= EPSILON * (Math.abs(diagonal[i]) + Math.abs(diagonal[i + 1]));
    }

    /// The smaller singular value of the last two rows; 0 where a shift would spoil small values,
    /// or one of them is 0.
    private double shift(int first, int last) {
        for (int i = first; i <= last; i++) {
            if (diagonal[i] == 0) {
                return 0;
            }
        }
        double f = Math.abs(diagonal[last - 1]);
        double g = Math.abs(beside[last - 1]);
        double h = Math.abs(diagonal[last]);
        double small = Math.min(f, h);
        double large = Math.max(f, h);
        double sum = Math.hypot(large + small, g);
        double difference = Math.hypot(large - small, g);
        double value = small * (2 * large / (sum + difference));
        double share = value / Math.abs(diagonal[first]);
        return share * share < EPSILON ? 0 : value;
    }

    private void withShift(int first, int last, double shift) {
        double start = diagonal[first];
        double f = (Math.abs(start) - shift) * (Math.signum(start) + shift / start);
        double g = beside[first];
        for (int i = first; i < last; i++) {
            double r = length(f, g);
            double cosine = f / r;
            double sine = g / r;
            if (i > first) {
                beside[i - 1] = r;
            }
            f = cosine * diagonal[i] + sine * beside[i];
            beside[i] = cosine * beside[i] - sine * diagonal[i];
            g = sine * diagonal[i + 1];
            diagonal[i + 1] *= cosine;
            r = length(f, g);
            diagonal[i] = r;
            cosine = f / r;
            sine = g / r;
            f = cosine * beside[i] + sine * diagonal[i + 1];
            diagonal[i + 1] = cosine * diagonal[i + 1] - sine * beside[i];
            if (i + 1 < last) {
                g = sine * beside[i + 1];
                beside[i + 1] *= cosine;
            }
        }
        beside[last - 1] = f;
    }

    private void withoutShift(int first, int last) {
        double cosine = 1;
        double oldCosine = 1;
        double oldSine = 0;
        for (int i = first; i < last; i++) {
            double f = diagonal[i] * cosine;
            double r = length(f, beside[i]);
            cosine = r == 0 ? 1 : f / r;
            double sine = r == 0 ? 0 : beside[i] / r;
            if (i > first) {
                beside[i - 1] = oldSine * r;
            }
            double across = oldCosine * r;
            double along = diagonal[i + 1] * sine;
            double next = length(across, along);
            oldCosine = next == 0 ? 1 : across / next;
            oldSine = next == 0 ? 0 : along / next;
            diagonal[i] = next;
        }
        double rest = diagonal[last] * cosine;
        diagonal[last] = rest * oldCosine;
        beside[last - 1] = rest * oldSine;
    }

    private static double length(double f, double g) {
        double squares = f * f + g * g;
        return squares > 0x1p-900 ? Math.sqrt(squares) : Math.hypot(f, g);
    }
}
