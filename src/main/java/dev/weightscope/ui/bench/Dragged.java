package dev.weightscope.ui.bench;

import dev.weightscope.model.Experiment;

/// What is dragged, and between which values. Gain keeps the draws, width needs others, depth more
/// or fewer of them.
///
/// Between these ends the slider of the width has 71 values and that of the depth 29, so a longer
/// drag comes to some of them again, as a hand does, and finds there what the engine still keeps.
enum Dragged {
    GAIN("Gain", 0.5, 2, Experiment.DEFAULT.gain()),
    WIDTH("Width", 100, 800, Experiment.DEFAULT.widths().width()),
    DEPTH("Depth", 2, 30, Experiment.DEFAULT.depth());

    private final String label;
    private final double low;
    private final double high;
    private final double start;

    Dragged(String label, double low, double high, double start) {
        this.label = label;
        this.low = low;
        this.high = high;
        this.start = start;
    }

    /// What the slider is called in the window.
    String label() {
        return label;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double start() {
        return start;
    }
}
