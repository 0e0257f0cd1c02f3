package dev.weightscope.ui.experiment;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import java.util.stream.IntStream;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/// The graph of an activation function over −3..3, as small as an icon.
final class ActivationCurve extends Pane {
    private static final double WIDTH = 40;
    private static final double HEIGHT = 16;
    private static final double REACH = 3;
    private static final int POINTS = 41;

    ActivationCurve(ActivationFunction function) {
        Activation activation =
                Activation.of(function).withNegativeSlope(0.1); // 0.01 could not be seen
        double[] x =
                IntStream.range(0, POINTS)
                        .mapToDouble(i -> REACH * (2.0 * i / (POINTS - 1) - 1))
                        .toArray();
        double[] y = IntStream.range(0, POINTS).mapToDouble(i -> activation.value(x[i])).toArray();
        double low = IntStream.range(0, POINTS).mapToDouble(i -> y[i]).min().orElseThrow();
        double high = IntStream.range(0, POINTS).mapToDouble(i -> y[i]).max().orElseThrow();
        Polyline curve = new Polyline();
        for (int i = 0; i < POINTS; i++) {
            curve.getPoints().add(WIDTH * (x[i] + REACH) / (2 * REACH));
            curve.getPoints().add(HEIGHT * (1 - (y[i] - low) / (high - low)));
        }
        curve.getStyleClass().add("activation-curve");
        getChildren().add(curve);
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
    }
}
