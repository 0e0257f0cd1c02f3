package dev.weightscope.training;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Strided;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.SpacedSteps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One draw of an experiment on its way: each [#step] takes one step of the optimizer. It may be
/// left after any step, or when it is cancelled, and taken up again, by any thread: no bit depends
/// on that, nor on the kernel.
///
/// For one thread at a time.
public final class TrainingRun {
    private static final int SPACED_HISTOGRAMS = 200;

    private final Experiment experiment;
    private final TrainingPlan plan;
    private final TrainingSet set;
    private final Detail detail;
    private final Kernel kernel;
    private final Products products;
    private final Loss loss;
    private final List<Integer> widths;
    private final Figures figures;
    private final Updates updates;
    private final Batches batches;
    private final Plateau plateau;
    private final SpacedSteps histogramSteps;
    private final @Nullable Histograms histograms;
    private @Nullable Learner learner;
    private int steps;

    /// At how many steps the signal was looked at; behind [#steps] where that was cancelled.
    private int looks;

    /// At how many the gradient was.
    private int gradients;

    /// Whether the forward pass of this step is there to go back from.
    private boolean canGoBack;

    /// Whether the gradients of this step are there and what they change is not yet changed in all.
    private boolean isUpdating;

    private @Nullable Refusal failure;
    private Ending ending = Ending.UNFINISHED;
    private OptionalInt goalStep = OptionalInt.empty();
    private boolean stuck;
    private RunState.@Nullable AtEnd atEnd;

    /// @param experiment the start; its seed picks the weights and the order of the samples
    /// @param kernel not closed by the run
    /// @throws Refusal if the experiment cannot be trained
    public TrainingRun(
            Experiment experiment,
            TrainingPlan plan,
            TrainingSet set,
            Detail detail,
            Kernel kernel) {
        this.experiment = experiment;
        this.plan = plan;
        this.set = set;
        this.detail = detail;
        this.kernel = kernel;
        this.products = new Products(kernel);
        this.loss = Loss.of(set.data().target());
        this.widths =
                Start.widths(experiment, set.data().features(), Loss.outputs(set.data().target()));
        Start.requireTrainable(experiment);
        Start.requireFit(experiment, widths);
        this.figures =
                new Figures(
                        plan.steps(),
                        loss.hasAccuracy(),
                        set.test() != null,
                        detail.includes(Detail.LAYERS) ? widths.size() - 1 : 0);
        this.updates = new Updates(plan.optimizer());
        this.batches = new Batches(set.train(), plan, experiment.seed());
        this.plateau = new Plateau(plan.steps());
        this.histogramSteps = histogramSteps(plan.steps());
        this.histograms = detail.includes(Detail.HISTOGRAMS) ? new Histograms(kernel) : null;
    }

    /// At which steps histograms are kept of so many, beside those at the end of a run.
    static SpacedSteps histogramSteps(int steps) {
        return new SpacedSteps(steps, SPACED_HISTOGRAMS);
    }

    /// Steps that are taken.
    public int steps() {
        return steps;
    }

    /// Whether the start is looked at, so that the loss at step 0 is known.
    public boolean hasStarted() {
        return looks > 0;
    }

    /// Of the features, and of each layer.
    List<Integer> widths() {
        return widths;
    }

    /// Whether it takes no more steps: it has come to its [Ending], or has [failed][#failure].
    public boolean hasEnded() {
        return ending != Ending.UNFINISHED || failure != null;
    }

    /// Why the weights could not be drawn, where a custom initializer fails.
    public Optional<Refusal> failure() {
        return Optional.ofNullable(failure);
    }

    /// The weights and biases of all layers, in order, as they are after the steps that are taken.
    ///
    /// @param taker gets fanIn × fanOut weights, and a bias for each unit, in arrays of their own
    /// @throws IllegalStateException before the [#start]
    public void weights(BiConsumer<float[], float[]> taker) {
        if (learner == null) {
            throw new IllegalStateException("there are no weights before the start");
        }
        for (TrainedLayer layer : learner.layers()) {
            taker.accept(layer.weightsByInput(), layer.biases());
        }
    }

    /// What norms have learnt, in arrays of their own, called as in PyTorch's modules: of the layer
    /// n, counted from 0, `norms.n.weight`, its scale, and `norms.n.bias`, its shift, where it has
    /// one; of batch norm `norms.n.running_mean` and `norms.n.running_var` too. Empty where nothing
    /// is normalized.
    ///
    /// @throws IllegalStateException before the [#start]
    public SequencedMap<String, float[]> norms() {
        if (learner == null) {
            throw new IllegalStateException("there are no norms before the start");
        }
        SequencedMap<String, float[]> found = new LinkedHashMap<>();
        List<TrainedLayer> layers = learner.layers();
        for (int i = 0; i < layers.size(); i++) {
            NormLayer norm = layers.get(i).norm();
            if (norm != null) {
                norm.tell("norms.%d.".formatted(i), found);
            }
        }
        return found;
    }

    /// Draws the weights and looks at the start; again, or where that fails, nothing.
    ///
    /// @throws CancelledException as [#step]
    public void start(Cancellation cancellation) {
        if (learner == null && failure == null) {
            learner = draw(cancellation);
        }
        if (learner != null && !canGoBack && !isUpdating && !hasEnded()) {
            look(learner, cancellation);
        }
    }

    private @Nullable Learner draw(Cancellation cancellation) {
        SampleTable cells = detail.includes(Detail.HISTOGRAMS) ? set.cells() : null;
        try {
            return Learner.of(
                    experiment, plan, set, batches, cells, products, kernel, cancellation);
        } catch (Refusal refusal) {
            failure = refusal;
            return null;
        }
    }

    /// Takes a step; the first call begins with the [#start]. Of a run that has ended, nothing.
    ///
    /// @throws CancelledException if the work is no longer wanted; the next call goes on there
    public void step(Cancellation cancellation) {
        start(cancellation);
        if (learner != null && !hasEnded()) {
            if (!isUpdating) {
                goBack(learner, cancellation);
                learner.pass().learnNorms();
                updates.begin(learner.layers());
                isUpdating = true;
            }
            update(learner, cancellation);
            look(learner, cancellation);
        }
    }

    /// What is known now.
    public RunState state() {
        List<LayerCurves> layers = new ArrayList<>();
        for (int layer = 1; layer < widths.size(); layer++) {
            layers.add(
                    figures.layers.isEmpty()
                            ? LayerCurves.EMPTY
                            : figures.layers.get(layer - 1).curves(looks, gradients, steps));
        }
        return new RunState(
                experiment,
                widths,
                steps,
                ending,
                Figures.curve(figures.loss, looks),
                Figures.curve(figures.accuracy, looks),
                Figures.curve(figures.testLoss, looks),
                Figures.curve(figures.testAccuracy, looks),
                layers,
                figures.histograms,
                figures.planes,
                goalStep,
                stuck,
                Optional.ofNullable(atEnd));
    }

    /// The share of right answers among all that is trained on, by the weights after the steps that
    /// are taken; NaN where the target is a number.
    ///
    /// @throws CancelledException if the work is no longer wanted
    /// @throws IllegalStateException before the [#start]
    public double accuracy(Cancellation cancellation) {
        if (learner == null) {
            throw new IllegalStateException("there are no weights before the start");
        }
        return loss.hasAccuracy()
                ? (double) learner.overAll(set, products).run(cancellation).right()
                        / set.trainRows()
                : Double.NaN;
    }

    /// All layers as they are now; none before the first step.
    List<TrainedLayer> layers() {
        return learner == null ? List.of() : learner.layers();
    }

    /// Carries the batch of the next step forward, and notes all figures but those of gradients.
    private void look(Learner all, Cancellation cancellation) {
        canGoBack = false;
        batches.turnTo(steps, products, cancellation);
        int count = batches.count();
        Objective.Found found =
                all.pass()
                        .forward(
                                batches.targets(),
                                count,
                                (float) (plan.reduction().weight(count) / count),
                                cancellation);
        if (all.whole() != null) {
            note(
                    all.whole().run(cancellation),
                    set.trainRows(),
                    set.trainRows(),
                    figures.loss,
                    figures.accuracy);
        } else {
            note(found, count, batches.size(), figures.loss, figures.accuracy);
        }
        if (all.test() != null) {
            note(
                    all.test().run(cancellation),
                    set.testRows(),
                    set.testRows(),
                    figures.testLoss,
                    figures.testAccuracy);
        }
        for (int layer = 1; layer <= figures.layers.size(); layer++) {
            Figures.OfLayer of = figures.layers.get(layer - 1);
            Tensor output = all.pass().output(layer);
            TrainedLayer weights = all.layers().get(layer - 1);
            of.activationStd[steps] = std(output, count, cancellation);
            of.weightRms[steps] = rms(weights, weights.rows(), cancellation);
        }
        canGoBack = true;
        if (looks == steps) {
            plateau.add(figures.loss[steps]);
            stuck = plateau.isReached();
            looks++;
        }
        if (isAtGoal() && goalStep.isEmpty()) {
            goalStep = OptionalInt.of(steps);
        }
        Ending next = ending();
        if (next != Ending.UNFINISHED) {
            end(all, next, cancellation);
        }
    }

    /// @param rows that it was found of
    /// @param of so many a sum is said: those of a whole batch, also of the last of an epoch, which
    ///   may have fewer, so that a curve of sums falls only where the network has learnt, and goal
    ///   and guessing are as large at all of its steps
    private void note(
            Objective.Found found, int rows, int of, double[] losses, double[] accuracies) {
        losses[steps] = found.loss() / rows * plan.reduction().weight(of);
        if (loss.hasAccuracy()) {
            accuracies[steps] = (double) found.right() / rows;
        }
    }

    private double std(Tensor tensor, int samples, Cancellation cancellation) {
        return products.sums(tensor.all(), tensor.units(), samples, cancellation)
                .std((long) tensor.units() * samples);
    }

    /// Of what a layer has for each of its weights; biases are left out.
    private double rms(TrainedLayer layer, Strided rows, Cancellation cancellation) {
        return products.sums(rows, layer.fanOut, layer.fanIn, cancellation)
                .rms((long) layer.fanOut * layer.fanIn);
    }

    private boolean isAtGoal() {
        double now = figures.loss[steps];
        return Double.isFinite(now) && plan.stops().isReached(now);
    }

    private Ending ending() {
        if (!Double.isFinite(figures.loss[steps])) {
            return Ending.DIVERGED;
        }
        if (isAtGoal() && plan.stops().atGoal()) {
            return Ending.GOAL;
        }
        if (steps == plan.steps()) {
            return Ending.STEPS;
        }
        return stuck && plan.stops().whenStuck() ? Ending.STUCK : Ending.UNFINISHED;
    }

    /// Looks at the gradient of the last step, which nothing follows from.
    private void end(Learner all, Ending next, Cancellation cancellation) {
        goBack(all, cancellation);
        List<RunState.LayerAtEnd> layers = new ArrayList<>();
        for (int i = 0; i < all.layers().size(); i++) {
            layers.add(
                    LayersAtEnd.of(
                            all.layers().get(i),
                            all.pass().output(i + 1),
                            all.pass().samples(),
                            cancellation));
        }
        atEnd = new RunState.AtEnd(WeightsHash.of(all.layers(), cancellation), layers);
        ending = next;
    }

    /// Carries the gradient back, and notes its figures and the histograms of the step.
    private void goBack(Learner all, Cancellation cancellation) {
        canGoBack = false; // what it goes back from is overwritten on the way
        StepLooks listener =
                new StepLooks(
                        figures,
                        steps,
                        all.layers(),
                        all.pass(),
                        products,
                        keepsHistograms() ? histograms : null,
                        cancellation);
        StepPlane plane =
                all.planes() != null && keepsHistograms()
                        ? all.planes().look(steps, cancellation)
                        : null;
        all.pass().backward(batches.bySample(), listener, cancellation);
        if (gradients == steps) {
            listener.histograms().ifPresent(figures.histograms::add);
            if (plane != null) {
                figures.planes.add(plane);
            }
            gradients++;
        }
    }

    private boolean keepsHistograms() {
        boolean last = ending() != Ending.UNFINISHED;
        return histograms != null && (last || histogramSteps.include(steps));
    }

    private void update(Learner all, Cancellation cancellation) {
        updates.run(kernel, cancellation);
        for (int i = 0; i < figures.layers.size(); i++) {
            TrainedLayer layer = all.layers().get(i);
            Figures.OfLayer of = figures.layers.get(i);
            double added = rms(layer, layer.gradientRows(), cancellation);
            of.updateRatio[steps] = added / of.weightRms[steps];
        }
        steps++;
        isUpdating = false;
    }
}
