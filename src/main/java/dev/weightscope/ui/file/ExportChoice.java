package dev.weightscope.ui.file;

import dev.weightscope.chart.FigureContent;
import dev.weightscope.chart.PixelScale;

/// What a person wants of a picture.
record ExportChoice(FigureContent content, PixelScale pixels) {}
