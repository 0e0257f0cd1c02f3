package dev.weightscope.ui.result;

import dev.weightscope.chart.Ink;
import dev.weightscope.chart.Palette;
import javafx.beans.value.ObservableValue;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/// A dot in a curve's colour.
public final class CurveDot extends Circle {
    public CurveDot(int colourIndex, ObservableValue<Palette> palette) {
        super(5);
        fillProperty().bind(palette.map(now -> color(now.curve(colourIndex))));
    }

    private static Color color(Ink ink) {
        return Color.rgb(ink.red(), ink.green(), ink.blue());
    }
}
