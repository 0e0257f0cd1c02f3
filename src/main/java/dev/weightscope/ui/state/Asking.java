package dev.weightscope.ui.state;

import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/// What a lab is asked of a setting. For use by one thread, the toolkit's.
final class Asking<S, A> {
    private final BiFunction<Experiment, Question<S>, Question<S>> beside;
    private final UnaryOperator<Question<S>> heard;
    private final BiFunction<Question<S>, A, A> told;
    private UnaryOperator<Binning> bins = UnaryOperator.identity();

    private Asking(
            BiFunction<Experiment, Question<S>, Question<S>> beside,
            UnaryOperator<Question<S>> heard,
            BiFunction<Question<S>, A, A> told) {
        this.beside = beside;
        this.heard = heard;
        this.told = told;
    }

    /// The same of every setting.
    static <S, A> Asking<S, A> alike() {
        return new Asking<>(
                (pinned, live) -> new Question<>(pinned, live.settings()),
                UnaryOperator.identity(),
                (_, answer) -> answer);
    }

    /// As a lab says.
    static <S, A> Asking<S, A> of(Lab<S, A> lab) {
        return new Asking<>(lab::beside, lab::heard, lab::told);
    }

    /// An answer as that of a setting that is heard as the one that it is to.
    A told(Experiment setting, S settings, A answer) {
        return told.apply(new Question<>(setting, settings), answer);
    }

    /// How the bins are asked for that a setting has.
    ///
    /// @return whether that is a change
    boolean countIn(UnaryOperator<Binning> newBins) {
        boolean isChange = !newBins.equals(bins);
        bins = newBins;
        return isChange;
    }

    /// The live question, with what its settings leave to the experiment.
    Question<S> live(Experiment experiment, S settings) {
        return new Question<>(
                experiment, heard.apply(new Question<>(experiment, settings)).settings());
    }

    /// Whether two live questions are one to the lab.
    boolean isAlike(Question<S> one, Question<S> other) {
        return heard.apply(one).equals(heard.apply(other));
    }

    /// The experiment that is asked of a setting.
    Experiment experiment(Experiment setting, Question<S> live) {
        Experiment inBins = setting.withBinning(bins.apply(setting.binning()));
        Question<S> question =
                setting.equals(live.experiment())
                        ? new Question<>(inBins, live.settings())
                        : beside.apply(inBins, live);
        return heard.apply(question).experiment();
    }

    /// Whether what is asked of a pinned setting follows from a part of the live question in which
    /// two of those differ.
    boolean isOther(Experiment pinned, Question<S> before, Question<S> next) {
        return !heard.apply(beside.apply(pinned, before))
                .equals(heard.apply(beside.apply(pinned, next)));
    }
}
