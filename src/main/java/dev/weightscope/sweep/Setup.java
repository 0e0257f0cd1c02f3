package dev.weightscope.sweep;

import dev.weightscope.model.Experiment;
import dev.weightscope.race.TrainingSettings;

/// All that a sweep can change: an experiment, and how it is trained.
public record Setup(Experiment experiment, TrainingSettings training) {
    Setup withExperiment(Experiment newExperiment) {
        return new Setup(newExperiment, training);
    }

    Setup withTraining(TrainingSettings newTraining) {
        return new Setup(experiment, newTraining);
    }
}
