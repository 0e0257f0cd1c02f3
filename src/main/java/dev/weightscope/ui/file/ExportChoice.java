package dev.weightscope.ui.file;

import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.figure.FigureContent;

/// What a person wants of a picture.
record ExportChoice(FigureContent content, PixelScale pixels) {}
