package dev.weightscope.network;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Matrix;
import dev.weightscope.kernel.Orientation;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.ScaledMatrix;
import dev.weightscope.kernel.UnitDraw;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_FDRM;

/// Matrices with orthonormal rows, Haar distributed: the orthogonal factor of a Gaussian matrix,
/// made unique by a positive diagonal of the triangular one (Mezzadri 2007, arXiv math-ph/0609050,
/// §5).
///
/// As the factor is unique, the way to it is free. Rows are taken in panels: a panel loses its
/// parts along the rows that are done, is orthonormalized by Householder reflections, and loses
/// once more what rounding has left ("twice is enough"). Nearly all the work is then products,
/// which the kernel does many times faster than a decomposition of the whole would be, and it can
/// be cancelled between panels. The reflections of a panel are EJML's and end before anyone looks,
/// so that a panel of long rows has few of them.
///
/// Not for use by several threads at once: it keeps its work space.
final class OrthogonalRows {
    /// Rows of a panel that are enough for the products.
    private static final int MOST_ROWS = 32;

    /// Rows² · columns of a panel, to which the work of its reflections is proportional: about a
    /// millisecond of it.
    private static final long REFLECTED_AT_ONCE = 1 << 20;

    private final Kernel kernel;
    private final QRDecompositionHouseholderColumn_FDRM decomposition =
            new QRDecompositionHouseholderColumn_FDRM();
    private final FMatrixRMaj panel = new FMatrixRMaj();
    private final FMatrixRMaj panelTransposed = new FMatrixRMaj();
    private final FMatrixRMaj triangular = new FMatrixRMaj();
    private final FMatrixRMaj overlaps = new FMatrixRMaj();
    private final FMatrixRMaj projection = new FMatrixRMaj();

    OrthogonalRows(Kernel kernel) {
        this.kernel = kernel;
    }

    /// @param out no more rows than columns; overwritten
    void draw(RandomStream stream, FMatrixRMaj out, Cancellation cancellation) {
        int columns = out.numCols;
        int panelRows = panelRows(columns);
        kernel.fill(
                new UnitDraw.Normal(), stream, 0, out.data, 0, out.getNumElements(), cancellation);
        for (int done = 0; done < out.numRows; done += panelRows) {
            cancellation.throwIfCancelled();
            int rows = Math.min(panelRows, out.numRows - done);
            panel.reshape(rows, columns);
            System.arraycopy(out.data, done * columns, panel.data, 0, rows * columns);
            removeRows(out, done, cancellation);
            orthonormalize();
            removeRows(out, done, cancellation);
            System.arraycopy(panel.data, 0, out.data, done * columns, rows * columns);
        }
    }

    /// Decided by the shape alone, as it decides the last bits.
    static int panelRows(int columns) {
        int rows = MOST_ROWS;
        while (rows > 1 && (long) rows * rows * columns > REFLECTED_AT_ONCE) {
            rows /= 2;
        }
        return rows;
    }

    /// panel −= (panel · Qᵀ) · Q for the first `done` rows Q.
    private void removeRows(FMatrixRMaj out, int done, Cancellation cancellation) {
        if (done == 0) {
            return;
        }
        Matrix basis = new Matrix(out.data, done, out.numCols);
        overlaps.reshape(panel.numRows, done);
        projection.reshape(panel.numRows, panel.numCols);
        product(panel, basis, Orientation.TRANSPOSED, overlaps, cancellation);
        product(overlaps, basis, Orientation.AS_STORED, projection, cancellation);
        CommonOps_FDRM.subtractEquals(panel, projection);
    }

    private void product(
            FMatrixRMaj a,
            Matrix b,
            Orientation orientation,
            FMatrixRMaj out,
            Cancellation cancellation) {
        kernel.product(
                Matrices.view(a),
                ScaledMatrix.of(b),
                orientation,
                null,
                Matrices.view(out),
                cancellation);
    }

    /// panel = L · Q with a positive diagonal of L becomes Q.
    private void orthonormalize() {
        CommonOps_FDRM.transpose(panel, panelTransposed);
        decomposition.decompose(panelTransposed);
        decomposition.getR(triangular, true);
        decomposition.getQ(panelTransposed, true);
        CommonOps_FDRM.transpose(panelTransposed, panel);
        for (int i = 0; i < panel.numRows; i++) {
            if (triangular.get(i, i) < 0) {
                CommonOps_FDRM.scaleRow(-1, panel, i);
            }
        }
    }
}
