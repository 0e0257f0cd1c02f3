package dev.weightscope.ui.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.race.TrainingSettings;
import java.util.Optional;

/// What snippets are of.
///
/// @param training how it is trained; empty in a window that trains nothing
public record SnippetSubject(Experiment experiment, Optional<TrainingSettings> training) {}
