package dev.weightscope.chart;

import java.util.List;
import java.util.Optional;

/// A chart in its place: paints itself and knows what lies where.
public interface ChartLayout {
    /// Paints inside the area; the background is the caller's.
    ///
    /// @param surface modified; the one whose text was measured, or one with the same fonts
    void paint(Surface surface, Palette palette);

    /// What lies under the point, in the area's coordinates; empty where nothing does.
    Optional<Hit> hit(double x, double y);

    /// What arrow keys walk through, in reading order: each layer once.
    List<Hit> stops();
}
