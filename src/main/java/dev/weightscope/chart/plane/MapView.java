package dev.weightscope.chart.plane;

import java.util.List;
import java.util.Optional;

/// A map: what is shown over two numbers.
///
/// @param x from the left to the right
/// @param y from below to above
/// @param value what the cells hold: `χ₁`
/// @param levels of the contours
/// @param lines in front of the cells
/// @param regions what parts of the map are called
/// @param shares of something at some points
/// @param sharesNote what they are, below, beside a disc as theirs; empty where there are none
/// @param marks named points; what lies beyond the map stands on its edge with its values
/// @param rail the name of a strip below for points whose y is 0; empty for no such strip
/// @param note below, beside the key of the colours; empty for none
/// @param fade why the map counts for nothing here, written over it; empty where it counts
public record MapView(
        PlaneAxis x,
        PlaneAxis y,
        String value,
        Cells cells,
        Ramp ramp,
        Shading shading,
        List<Double> levels,
        List<MapLine> lines,
        List<Region> regions,
        List<Share> shares,
        String sharesNote,
        List<MapMark> marks,
        Optional<String> rail,
        String note,
        String fade) {
    /// How the colours lie between the points of the grid.
    public enum Shading {
        /// From each to the next they pass into each other; the first and last points lie on the
        /// edges ([Cells#ends]).
        SMOOTH,
        /// Each point has a cell of one colour around it ([Cells#around]).
        CELLS
    }

    /// A part of the map.
    ///
    /// @param x the middle of its name
    /// @param y of its name
    public record Region(double x, double y, String name, List<String> lines) {
        public Region {
            lines = List.copyOf(lines);
        }
    }

    /// How much of all something is at a point.
    ///
    /// @param share 0..1; NaN where it is not a number
    /// @param lines what is told of it
    public record Share(double x, double y, double share, List<String> lines) {
        public Share {
            lines = List.copyOf(lines);
        }
    }

    public MapView {
        levels = List.copyOf(levels);
        lines = List.copyOf(lines);
        regions = List.copyOf(regions);
        shares = List.copyOf(shares);
        marks = List.copyOf(marks);
    }

    /// Cells alone.
    public static MapView of(
            PlaneAxis x, PlaneAxis y, String value, Cells cells, Ramp ramp, Shading shading) {
        return new MapView(
                x,
                y,
                value,
                cells,
                ramp,
                shading,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                Optional.empty(),
                "",
                "");
    }

    public MapView withLevels(List<Double> contours) {
        return with(contours, lines, regions, shares, sharesNote, marks, rail, note, fade);
    }

    public MapView withLines(List<MapLine> drawn) {
        return with(levels, drawn, regions, shares, sharesNote, marks, rail, note, fade);
    }

    public MapView withRegions(List<Region> named) {
        return with(levels, lines, named, shares, sharesNote, marks, rail, note, fade);
    }

    /// @param name what they are
    public MapView withShares(List<Share> measured, String name) {
        return with(levels, lines, regions, measured, name, marks, rail, note, fade);
    }

    public MapView withMarks(List<MapMark> points) {
        return with(levels, lines, regions, shares, sharesNote, points, rail, note, fade);
    }

    public MapView withRail(String name) {
        return with(
                levels, lines, regions, shares, sharesNote, marks, Optional.of(name), note, fade);
    }

    public MapView withNote(String text) {
        return with(levels, lines, regions, shares, sharesNote, marks, rail, text, fade);
    }

    /// @param reason why it counts for nothing here
    public MapView faded(String reason) {
        return with(levels, lines, regions, shares, sharesNote, marks, rail, note, reason);
    }

    private MapView with(
            List<Double> newLevels,
            List<MapLine> newLines,
            List<Region> newRegions,
            List<Share> newShares,
            String newSharesNote,
            List<MapMark> newMarks,
            Optional<String> newRail,
            String newNote,
            String newFade) {
        return new MapView(
                x,
                y,
                value,
                cells,
                ramp,
                shading,
                newLevels,
                newLines,
                newRegions,
                newShares,
                newSharesNote,
                newMarks,
                newRail,
                newNote,
                newFade);
    }
}
