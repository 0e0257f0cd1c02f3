package dev.weightscope.lab;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Keyed;
import dev.weightscope.option.Options;
import dev.weightscope.option.SettingsText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// One kind of question about an experiment.
///
/// @param <S> its own settings, an immutable record; [NoSettings] for none
/// @param <A> its answers, immutable values
public interface Lab<S, A> extends Keyed {
    /// Its entry in saved files; never changes: `signal`.
    @Override
    String key();

    /// On its tab: `Signal`. Unless it says otherwise, its key with a capital.
    @Override
    default String label() {
        return key().substring(0, 1).toUpperCase(Locale.ROOT) + key().substring(1);
    }

    /// Its command on the command line: `run`. Unless it says otherwise, its key.
    default String command() {
        return key();
    }

    /// What its command does, in one or two sentences.
    String help();

    /// What can be typed behind its command, each with what it does: shown in its help.
    default SequencedMap<String, String> examples() {
        return new TreeMap<>();
    }

    /// Its settings with their defaults; no key may be that of an engine's option, and one of an
    /// experiment's option means the lab's behind its command.
    Options<S> options();

    /// What a window begins with. Unless it says otherwise, the defaults, which are the command
    /// line's.
    default S opening() {
        return options().defaults();
    }

    /// The text of settings in saved files: what differs from [#opening].
    default SettingsText<S> saved() {
        return new SettingsText<>(options().withDefaults(opening()));
    }

    /// The options that are written beside an answer to some settings. Unless it says otherwise,
    /// all.
    default Options<S> told(S settings) {
        return options();
    }

    /// What answers its questions; keeps what is worth keeping from one question to the next.
    ///
    /// @param kernel not closed by the solver
    /// @param memory to be claimed before anything large is allocated
    Solver<S, A> solver(Kernel kernel, MemoryBudget memory);

    /// How long its command leaves all processors to the kernel's plain loops before faster ones
    /// are made ready. Unless it says otherwise, as usual.
    default Duration headStart() {
        return Kernels.HEAD_START;
    }

    /// Whether its answers grow for so long that people go elsewhere meanwhile: they are computed
    /// on when its tab is left, can be paused, and what is there of them is printed where a command
    /// is interrupted. Its solver keeps where its questions are. Unless it says otherwise, not.
    default boolean isLong() {
        return false;
    }

    /// The network that its questions are about, where its command can write that into a file of
    /// weights. Unless it says otherwise, none.
    default Optional<DrawnNetwork<S>> network() {
        return Optional.empty();
    }

    /// Whether its command compares settings: it takes pins beside the experiment, and prints all
    /// answers as one. Unless it says otherwise, not.
    default boolean compares() {
        return false;
    }

    /// Whether answers to so many settings are written as a list, each with its setting's name, and
    /// not as one answer. Unless it says otherwise, those of a lab that [#compares], one alone too.
    ///
    /// @param settings at least 1
    default boolean isList(int settings) {
        return compares();
    }

    /// What is asked of a setting that is compared with the live one. Unless it says otherwise,
    /// that setting with the same settings of the lab.
    default Question<S> beside(Experiment compared, Question<S> live) {
        return new Question<>(compared, live.settings());
    }

    /// A command's question where it is one of several, for a lab whose questions share something
    /// out among them. Unless it says otherwise, the same.
    ///
    /// @param place among them, from 0; the live setting is the first
    /// @param count how many there are
    default Question<S> among(Question<S> question, int place, int count) {
        return question;
    }

    /// Whether the table that a command prints goes on with that of another command, which has the
    /// header. Unless it says otherwise, not.
    default boolean goesOn(Question<S> question) {
        return false;
    }

    /// The question with what it does not look at as it is in the default experiment, and with the
    /// settings that are left to the experiment said: questions of which that is equal have one
    /// answer. Unless it says otherwise, it looks at all.
    default Question<S> heard(Question<S> question) {
        return question;
    }

    /// An answer as that to another question that is [#heard] alike. Unless it says otherwise, the
    /// same.
    default A told(Question<S> question, A answer) {
        return answer;
    }

    /// The question's experiment without what counts for nothing beside its settings. Unless it
    /// says otherwise, all counts.
    default Experiment said(Question<S> question) {
        return question.experiment();
    }

    /// Told of a question as it was typed.
    ///
    /// @throws dev.weightscope.model.Refusal in one sentence, if something of it is not [#said]
    default void refuseUnheard(Question<S> typed) {}

    /// What can be shown of answers, at least one; the first is shown first.
    List<View<A>> views();

    /// Those of the views that show something of an answer. Unless it says otherwise, all.
    default List<View<A>> views(A answer) {
        return views();
    }

    /// The number by which its answers are looked at, where there is one. Unless it says otherwise,
    /// none.
    default Optional<Moments<S, A>> moments() {
        return Optional.empty();
    }

    /// The answer as rows and columns.
    Table<?> table(A answer);

    /// What [#table] is called where a person chooses one: `Layers`. Unless it says otherwise, as
    /// the lab.
    default String tableLabel() {
        return label();
    }

    /// What decides a table, where that is less than the question: of answers that agree in it the
    /// rows are written once. Unless it says otherwise, the question.
    ///
    /// @param table the name of its file
    default Object subject(String table, Question<S> question) {
        return question;
    }

    /// Other tables of the answer, by the names of the files they make beside its pictures. Unless
    /// it says otherwise, none. Made wherever a person opens the export, on the toolkit's thread:
    /// where there are many rows they are [MadeRows].
    default SequencedMap<String, Table<?>> moreTables(A answer) {
        return new LinkedHashMap<>();
    }

    /// What a list of settings says of the answer to each. Unless it says otherwise, the last cell
    /// of the table.
    default List<Summary<A>> summaries() {
        return List.of(new Summary<>("last", answer -> table(answer).lastText()));
    }

    /// The answer for people, in lines ended by LF.
    default String text(A answer) {
        return table(answer).text();
    }

    /// Answers to several settings for people, for a lab that [#compares]. Unless it says
    /// otherwise, their tables as one, with the settings' names.
    ///
    /// @param answers at least one
    default String text(List<Named<S, A>> answers) {
        return Table.text(answers.stream().<Table<?>>map(Named::table).toList());
    }

    /// What answers to several settings have in common, for programs: written before them. Unless
    /// it says otherwise, nothing.
    ///
    /// @param answers at least one
    default Value.Tree common(List<Named<S, A>> answers) {
        return new Value.Tree(new LinkedHashMap<>());
    }

    /// What an answer is to, for people: the experiment, and the settings, which decide it as much.
    /// An answer in part says how much of it is there.
    default String caption(Question<S> question, A answer) {
        String settings =
                new SettingsText<>(told(question.settings())).formatAll(question.settings());
        return question.experiment().caption() + (settings.isEmpty() ? "" : " · " + settings);
    }

    /// The answer for programs; the experiment and the settings are written before it.
    default Value.Tree document(A answer) {
        LinkedHashMap<String, Value> members = new LinkedHashMap<>();
        members.put("rows", new Value.Rows(table(answer)));
        return new Value.Tree(members);
    }
}
