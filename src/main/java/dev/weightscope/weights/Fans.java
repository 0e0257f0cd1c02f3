package dev.weightscope.weights;

import dev.weightscope.model.Layout;

/// How many connections a weight has.
///
/// @param in to each output: inputs times the kernel's area
/// @param out from each input: outputs times the kernel's area
public record Fans(Layout layout, long in, long out) {}
