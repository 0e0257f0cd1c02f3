package dev.weightscope.ui;

import dev.weightscope.model.Amounts;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Snapshot;
import dev.weightscope.signal.Draws;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalSettings;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Progress;
import java.util.Optional;

/// What was or is computed, in a line.
record WorkText(Live<?, ?> live, Length length) {
    /// How much room there is.
    enum Length {
        /// `10 layers × 500 units × 1000 samples`
        WHOLE,
        /// `10 × 500 × 1000`
        SHORT
    }

    String text() {
        String asked = shape(live.question().experiment()) + ways(live.question().settings());
        Optional<SignalAnswer> signal =
                live.answer().filter(SignalAnswer.class::isInstance).map(SignalAnswer.class::cast);
        Progress progress = live.progress();
        return switch (progress) {
            case Progress.Computing _, Progress.Refining _ ->
                    asked + signal.map(WorkText::samples).orElse("") + where(progress) + " …";
            case Progress.Answered _ -> signal.map(this::done).orElse(asked);
            case Progress.Refused _ ->
                    asked + ": refused" + signal.map(WorkText::samples).orElse("");
            case Progress.Cancelled _ ->
                    asked
                            + ": cancelled"
                            + signal.map(WorkText::samples).orElse("")
                            + (live.isShownCurrent() ? signal.map(WorkText::draws).orElse("") : "");
        };
    }

    private String done(SignalAnswer answer) {
        Snapshot snapshot = answer.snapshot();
        return shape(snapshot.experiment())
                + ways(answer.settings())
                + " in "
                + Amounts.time(answer.elapsed())
                + again(snapshot.recomputedLayers());
    }

    /// `, there and back × 10 draws`: what is computed beside one way of one draw.
    private static String ways(Object settings) {
        if (!(settings instanceof SignalSettings signal)) {
            return "";
        }
        return (signal.backward() ? ", there and back" : "")
                + (signal.draws() > 1 ? " × " + Amounts.counted(signal.draws(), "draw") : "");
    }

    private static String again(int layers) {
        return layers == 0
                ? ""
                : "; %s computed twice, to fit into the memory"
                        .formatted(Amounts.counted(layers, "layer"));
    }

    /// `; layer 3 of 10`
    private static String where(Progress progress) {
        return progress.at().map(step -> "; " + step.label()).orElse("");
    }

    /// `; shown: 64 of 1000 samples`: on how many samples the picture rests, unless on all.
    private static String samples(SignalAnswer answer) {
        Snapshot snapshot = answer.snapshot();
        return snapshot.isComplete()
                ? ""
                : "; shown: %d of %s"
                        .formatted(
                                snapshot.samples(),
                                Amounts.counted(
                                        snapshot.experiment().effectiveSamples(), "sample"));
    }

    /// `; shown: 3 of 10 draws`, unless all are.
    private static String draws(SignalAnswer answer) {
        Draws draws = answer.draws();
        int done = draws.done().size();
        return done == draws.asked()
                ? ""
                : "; shown: %d of %s".formatted(done, Amounts.counted(draws.asked(), "draw"));
    }

    private String shape(Experiment experiment) {
        int width = experiment.widths().width();
        String units =
                switch (experiment.widths()) {
                    case LayerWidths.Same _ -> Amounts.counted(width, "unit");
                    case LayerWidths.Listed _ -> "up to " + Amounts.counted(width, "unit");
                };
        int samples = experiment.effectiveSamples();
        return switch (length) {
            case WHOLE ->
                    "%s × %s × %s"
                            .formatted(
                                    Amounts.counted(experiment.depth(), "layer"),
                                    units,
                                    Amounts.counted(samples, "sample"));
            case SHORT -> "%d × %d × %d".formatted(experiment.depth(), width, samples);
        };
    }
}
