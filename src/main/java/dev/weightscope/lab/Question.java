package dev.weightscope.lab;

import dev.weightscope.model.Experiment;

/// What a lab is asked: always about the one experiment that all labs share.
///
/// @param <S> the lab's own settings, an immutable record
public record Question<S>(Experiment experiment, S settings) {}
