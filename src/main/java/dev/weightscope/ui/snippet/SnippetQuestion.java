package dev.weightscope.ui.snippet;

import dev.weightscope.model.Experiment;
import dev.weightscope.snippet.Extent;
import dev.weightscope.snippet.Framework;
import dev.weightscope.snippet.Snippets;

/// What is to be written.
///
/// @param extent where the framework has it; else a layer is written
/// @param layer counted from 1, 0 for the one that is explained elsewhere; the last one where it is
///   beyond it
record SnippetQuestion(Framework framework, Extent extent, int layer, Experiment experiment) {
    /// What is written in fact.
    Extent written() {
        return extent.isFor(framework) ? extent : Extent.LAYER;
    }

    int shownLayer() {
        return layer == 0 ? experiment.explainedLayer() : Math.min(layer, experiment.depth());
    }

    /// @throws dev.weightscope.model.Refusal in one sentence, if it cannot be written
    String text() {
        return switch (written()) {
            case LAYER -> Snippets.layer(framework, experiment, shownLayer());
            case NETWORK -> Snippets.network(experiment);
        };
    }
}
