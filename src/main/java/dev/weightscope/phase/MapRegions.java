package dev.weightscope.phase;

import dev.weightscope.chart.plane.MapView;
import dev.weightscope.theory.CriticalCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What the parts of a map are called, each written where it is; a part with no room for its name
/// has none.
final class MapRegions {
    /// Where names stand if they can, as shares of the map.
    private static final double TOP = 0.93;

    private static final double LEFT = 0.17;
    private static final double RIGHT = 0.8;

    /// Of a name with its lines, to each side and below.
    private static final double HALF_WIDTH = 0.09;

    private static final double HEIGHT = 0.12;
    private static final double STEP = 0.02;

    /// A place farther down is as bad as one so many times farther to the side.
    private static final double DOWN = 2;

    private final PhaseGrid grid;

    private MapRegions(PhaseGrid grid) {
        this.grid = grid;
    }

    /// Of an activation whose critical line is a point, samples do not merge where gradients
    /// vanish.
    static List<MapView.Region> of(PhaseAnswer answer) {
        MapRegions regions = new MapRegions(answer.grid());
        boolean isPoint = answer.line().kind() == CriticalCurve.Kind.POINT;
        List<MapView.Region> all = new ArrayList<>();
        regions.find(
                        place -> regions.chi(place) < 1,
                        LEFT,
                        "ORDERED",
                        isPoint
                                ? List.of("gradients vanish")
                                : List.of("gradients vanish,", "inputs merge"))
                .ifPresent(all::add);
        regions.find(
                        place -> regions.chi(place) > 1 && regions.settles(place),
                        RIGHT,
                        "CHAOTIC",
                        List.of("gradients explode,", "inputs part"))
                .ifPresent(all::add);
        regions.find(
                        place -> regions.chi(place) > 1 && !regions.settles(place),
                        RIGHT,
                        "NO FIXED LENGTH",
                        List.of("the signal grows without end"))
                .ifPresent(all::add);
        return all;
    }

    private double chi(int place) {
        return grid.chi()[place];
    }

    /// Whether there is a q*.
    private boolean settles(int place) {
        return Double.isFinite(grid.variance()[place]);
    }

    /// Nearest to the usual place.
    private Optional<MapView.Region> find(
            IntPredicate isIn, double usual, String name, List<String> lines) {
        double least = Double.POSITIVE_INFINITY;
        double bestX = 0;
        double bestY = 0;
        for (double y = TOP; y > HEIGHT; y -= STEP) {
            for (double x = HALF_WIDTH; x <= 1 - HALF_WIDTH; x += STEP) {
                double distance = Math.abs(x - usual) + DOWN * (TOP - y);
                if (distance < least && holds(isIn, x, y)) {
                    least = distance;
                    bestX = x;
                    bestY = y;
                }
            }
        }
        return least == Double.POSITIVE_INFINITY
                ? Optional.empty()
                : Optional.of(
                        new MapView.Region(
                                at(grid.weights(), bestX), at(grid.biases(), bestY), name, lines));
    }

    private boolean holds(IntPredicate isIn, double x, double y) {
        for (double side : new double[] {-HALF_WIDTH, 0, HALF_WIDTH}) {
            for (double below : new double[] {0, HEIGHT}) {
                if (!isIn.test(place(x + side, y - below))) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The number of the cell at a share of the width and the height.
    private int place(double x, double y) {
        int column = (int) Math.round(Math.clamp(x, 0, 1) * (grid.weights().count() - 1));
        int row = (int) Math.round(Math.clamp(y, 0, 1) * (grid.biases().count() - 1));
        return row * grid.weights().count() + column;
    }

    private static double at(GridAxis axis, double share) {
        return axis.low() + share * (axis.high() - axis.low());
    }
}
