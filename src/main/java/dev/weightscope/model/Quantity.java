package dev.weightscope.model;

import java.util.Arrays;
import java.util.List;

/// Which tensor of a layer is looked at: the three of the way there, and the gradient of each of
/// the way back.
public enum Quantity implements Keyed {
    /// The layer's output.
    ACTIVATION(Direction.FORWARD, "activation", "activation", "Activation"),
    /// The product plus the bias, before any normalization.
    PRE_ACTIVATION(Direction.FORWARD, "pre-activation", "preActivation", "Pre-activation"),
    WEIGHT(Direction.FORWARD, "weight", "weights", "Weight"),
    /// ∂L/∂a′, by the layer's output.
    ACTIVATION_GRADIENT(
            Direction.BACKWARD, "activation-gradient", "activation", "Activation gradient"),
    /// ∂L/∂z, by the product plus the bias.
    PRE_ACTIVATION_GRADIENT(
            Direction.BACKWARD,
            "pre-activation-gradient",
            "preActivation",
            "Pre-activation gradient"),
    /// ∂L/∂W, summed over the samples.
    WEIGHT_GRADIENT(Direction.BACKWARD, "weight-gradient", "weights", "Weight gradient");

    private static final List<Quantity> THERE = ofWay(Direction.FORWARD);
    private static final List<Quantity> BACK = ofWay(Direction.BACKWARD);

    private final Direction direction;
    private final String key;
    private final String field;
    private final String label;

    Quantity(Direction direction, String key, String field, String label) {
        this.direction = direction;
        this.key = key;
        this.field = field;
        this.label = label;
    }

    /// Those of one direction, the one that is looked at most first.
    public static List<Quantity> of(Direction direction) {
        return switch (direction) {
            case FORWARD -> THERE;
            case BACKWARD -> BACK;
        };
    }

    private static List<Quantity> ofWay(Direction way) {
        return Arrays.stream(values()).filter(each -> each.direction == way).toList();
    }

    /// Those of the way there, in the order in which it comes upon them, which is that of files.
    public static List<Quantity> inForwardOrder() {
        return List.of(WEIGHT, PRE_ACTIVATION, ACTIVATION);
    }

    public Direction direction() {
        return direction;
    }

    /// The same tensor of the way there, or its gradient.
    public Quantity in(Direction other) {
        return switch (this) {
            case ACTIVATION, ACTIVATION_GRADIENT ->
                    other == Direction.FORWARD ? ACTIVATION : ACTIVATION_GRADIENT;
            case PRE_ACTIVATION, PRE_ACTIVATION_GRADIENT ->
                    other == Direction.FORWARD ? PRE_ACTIVATION : PRE_ACTIVATION_GRADIENT;
            case WEIGHT, WEIGHT_GRADIENT -> other == Direction.FORWARD ? WEIGHT : WEIGHT_GRADIENT;
        };
    }

    /// As formulas write it: `z`, `dL/dz`.
    public String symbol() {
        return switch (this) {
            case ACTIVATION -> "x";
            case PRE_ACTIVATION -> "z";
            case WEIGHT -> "W";
            case ACTIVATION_GRADIENT, PRE_ACTIVATION_GRADIENT, WEIGHT_GRADIENT ->
                    "dL/d" + in(Direction.FORWARD).symbol();
        };
    }

    @Override
    public String key() {
        return key;
    }

    /// The tensor's name in JSON and CSV, which never changes: `preActivation`; a gradient has that
    /// of the tensor it is the gradient by.
    public String field() {
        return field;
    }

    @Override
    public String label() {
        return label;
    }
}
