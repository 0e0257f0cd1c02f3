package dev.weightscope.option;

/// How a slider's length is divided.
public enum SliderScale {
    LINEAR,
    /// Equal ratios have equal lengths.
    LOG
}
