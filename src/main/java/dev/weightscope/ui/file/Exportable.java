package dev.weightscope.ui.file;

import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;

/// A picture that can be exported now.
///
/// @param name what it is called where one is chosen: `Std by depth`
/// @param shown the size at which it is on the screen
public record Exportable(String name, Figure figure, FigureSize shown) {}
