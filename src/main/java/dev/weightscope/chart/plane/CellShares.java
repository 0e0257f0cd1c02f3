package dev.weightscope.chart.plane;

/// How far along their ramp the values of a map lie, also between the points of its grid.
///
/// @param shares of each point; NaN where it is not known
/// @param jumps the place among the columns of each row at which values may jump
record CellShares(Cells cells, double[] shares, double[] jumps) {
    static CellShares of(MapView view) {
        Cells cells = view.cells();
        double[] shares = new double[cells.values().length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = cells.known().get(i) ? view.ramp().share(cells.values()[i]) : Double.NaN;
        }
        double[] jumps = new double[cells.jumps().size()];
        for (int row = 0; row < jumps.length; row++) {
            double x = cells.jumps().get(row);
            jumps[row] =
                    Double.isInfinite(x)
                            ? x < 0 ? -1 : cells.columns()
                            : Cells.place(cells.xs(), view.x().scale(), x);
        }
        return new CellShares(cells, shares, jumps);
    }

    /// Between those of the four nearest points that lie on the same side of the jump; where one of
    /// them is not a number, as the nearest.
    ///
    /// @param column place among the points, 2.5 halfway from the third to the fourth
    double at(double column, double row) {
        int left = Math.min((int) column, cells.columns() - 2);
        int below = Math.min((int) row, cells.rows() - 2);
        double a = column - left;
        double b = row - below;
        if (!cells.isOnOneSide(left, below)) {
            return besideJump(left, below, a, b);
        }
        int place = below * cells.columns() + left;
        int above = place + cells.columns();
        double lower = shares[place] * (1 - a) + shares[place + 1] * a;
        double upper = shares[above] * (1 - a) + shares[above + 1] * a;
        double share = lower * (1 - b) + upper * b;
        return Double.isNaN(share) ? shares[(b < 0.5 ? place : above) + (a < 0.5 ? 0 : 1)] : share;
    }

    private double besideJump(int left, int below, double a, double b) {
        double jump = jumps[below] * (1 - b) + jumps[below + 1] * b;
        boolean isBeyond = left + a >= jump;
        double sum = 0;
        double weights = 0;
        double nearest = Double.NaN;
        double most = 0;
        for (int up = 0; up <= 1; up++) {
            for (int right = 0; right <= 1; right++) {
                if (cells.isBeyond(left + right, below + up) == isBeyond) {
                    double share = shares[(below + up) * cells.columns() + left + right];
                    double weight = (right == 1 ? a : 1 - a) * (up == 1 ? b : 1 - b);
                    sum += weight * share;
                    weights += weight;
                    if (weight >= most) {
                        most = weight;
                        nearest = share;
                    }
                }
            }
        }
        double share = sum / weights;
        return Double.isNaN(share) ? nearest : share;
    }
}
