package dev.weightscope.ui.snippet;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Experiment;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.snippet.Course;
import dev.weightscope.snippet.Extent;
import dev.weightscope.snippet.Framework;
import dev.weightscope.snippet.Snippets;

/// What is to be written.
///
/// @param extent where the framework has it; else a layer is written
/// @param layer counted from 1, 0 for the one that is explained elsewhere; the last one where it is
///   beyond it
record SnippetQuestion(Framework framework, Extent extent, int layer, SnippetSubject subject) {
    /// What is written in fact.
    Extent written() {
        return extent.isFor(framework) ? extent : Extent.LAYER;
    }

    Experiment experiment() {
        return subject.experiment();
    }

    int shownLayer() {
        return layer == 0 ? experiment().explainedLayer() : Math.min(layer, experiment().depth());
    }

    /// @param outlines keeps where data stands
    /// @throws dev.weightscope.model.Refusal in one sentence, if it cannot be written
    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted
    String text(KeptOutline outlines, Cancellation cancellation) {
        return switch (written()) {
            case LAYER -> Snippets.layer(framework, experiment(), shownLayer());
            case NETWORK -> Snippets.network(experiment());
            case TRAINING -> {
                TrainingSettings settings = subject.training().orElseThrow();
                yield Snippets.training(
                        experiment(),
                        new Course(
                                outlines.of(
                                        settings.data(),
                                        settings.readingFor(experiment()),
                                        cancellation),
                                settings.plan(),
                                settings.split()));
            }
        };
    }
}
