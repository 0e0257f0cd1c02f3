package dev.weightscope.chart;

import dev.weightscope.model.Snapshot;

/// A setting that is compared with others.
///
/// @param colorIndex of [Palette#curve]: the same on every chart and in the list beside them
public record Curve(String label, int colorIndex, Role role, Snapshot snapshot) {
    /// Whether a curve follows the sliders.
    public enum Role {
        LIVE,
        PINNED
    }
}
