package dev.weightscope.chart;

/// A place on an axis that carries a label.
record Tick(double value, String label) {}
