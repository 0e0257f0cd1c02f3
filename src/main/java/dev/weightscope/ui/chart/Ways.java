package dev.weightscope.ui.chart;

import dev.weightscope.model.Direction;

/// Which ways through the network are looked at.
public enum Ways {
    FORWARD,
    BACKWARD,
    BOTH;

    public boolean show(Direction direction) {
        return switch (this) {
            case FORWARD -> direction == Direction.FORWARD;
            case BACKWARD -> direction == Direction.BACKWARD;
            case BOTH -> true;
        };
    }

    /// Whether gradients have to be computed.
    public boolean needGradients() {
        return show(Direction.BACKWARD);
    }
}
