package dev.weightscope.chart.axis;

/// A place on an axis that carries a label.
public record Tick(double value, String label) {}
