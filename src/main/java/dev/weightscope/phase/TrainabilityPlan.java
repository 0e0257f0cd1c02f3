package dev.weightscope.phase;

import dev.weightscope.lab.CoarseFirst;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Amounts;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.training.Target;
import dev.weightscope.training.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The networks that are trained all over a map: what a gain and biases make of one experiment.
/// Runs are numbered by draw, then by σ_w², then by σ_b².
///
/// @param experiment at the places, but for its gain and its biases
record TrainabilityPlan(Experiment experiment, TrainingSettings training, Places places) {
    /// Of what does not change them nothing is left, so that an experiment that moves on the map
    /// has the same one.
    static TrainabilityPlan of(Question<PhaseSettings> question) {
        PhaseSettings settings = question.settings();
        Trainability trainability = settings.trainability();
        Question<TrainingSettings> heard =
                new TrainingLab()
                        .heard(new Question<>(question.experiment(), trainability.training()));
        return new TrainabilityPlan(
                PhaseMove.withoutPlace(heard.experiment()),
                heard.settings(),
                trainability.on(settings.weights(), settings.biases()));
    }

    /// The question whose data is learnt.
    Question<TrainingSettings> question() {
        return new Question<>(experiment, training);
    }

    int draws() {
        return training.draws();
    }

    /// How many runs there are.
    int size() {
        return places.count() * draws();
    }

    /// The start of a run on some data.
    ///
    /// @throws Refusal in one sentence, if no gain leads there, or the data has no classes
    Experiment start(int run, TrainingSet set) {
        if (!(set.data().target() instanceof Target.Classes)) {
            throw new Refusal(
                    "right answers are measured, but %s has numbers to learn; choose data with classes"
                            .formatted(training.data()));
        }
        int place = run / draws();
        Experiment onData =
                experiment.withWidths(experiment.widths().withInputWidth(set.data().features()));
        return PhaseMove.to(onData, places.weightVariance(place), places.biasVariance(place))
                .withSeed(experiment.seed() + run % draws());
    }

    /// `digits, 30 layers of 64, 200 steps of SGD`.
    String caption() {
        List<Integer> widths =
                IntStream.range(1, experiment.depth())
                        .map(experiment::fanOut)
                        .distinct()
                        .boxed()
                        .toList();
        return "%s, %s%s, %s of %s%s"
                .formatted(
                        training.data(),
                        Amounts.counted(experiment.depth(), "layer"),
                        widths.size() == 1 ? " of " + widths.getFirst() : "",
                        Amounts.counted(training.plan().steps(), "step"),
                        training.plan().optimizer().optimizer().label(),
                        draws() == 1 ? "" : ", " + Amounts.counted(draws(), "draw"));
    }

    /// All runs, the coarse places' first.
    List<Integer> order() {
        List<Integer> runs = new ArrayList<>();
        for (boolean isCoarse : new boolean[] {true, false}) {
            IntStream.range(0, size())
                    .filter(run -> isCoarse(run / draws()) == isCoarse)
                    .forEach(runs::add);
        }
        return List.copyOf(runs);
    }

    private boolean isCoarse(int place) {
        return CoarseFirst.isCoarse(place % places.columns(), places.columns())
                && CoarseFirst.isCoarse(place / places.columns(), places.rows());
    }
}
