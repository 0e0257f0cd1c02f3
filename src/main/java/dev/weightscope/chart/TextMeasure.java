package dev.weightscope.chart;

/// How wide texts are, in the units of a [Surface].
@FunctionalInterface
public interface TextMeasure {
    double textWidth(String text, TextStyle style);
}
