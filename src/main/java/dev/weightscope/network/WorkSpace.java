package dev.weightscope.network;

import org.ejml.data.FMatrixRMaj;

/// When a matrix is used again, and when it is given back.
final class WorkSpace {
    /// Work space this many times larger than what is needed is given back.
    private static final int TOO_LARGE = 4;

    private WorkSpace() {}

    /// The matrix itself, or a new one where it is too small, or so large that it should not be
    /// kept; the old one is let go before.
    static FMatrixRMaj withRoom(FMatrixRMaj matrix, int elements) {
        int room = matrix.data.length;
        boolean fits = elements <= room && room / TOO_LARGE <= elements;
        return fits ? matrix : new FMatrixRMaj(1, elements);
    }
}
