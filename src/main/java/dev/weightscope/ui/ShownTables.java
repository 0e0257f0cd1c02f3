package dev.weightscope.ui;

import dev.weightscope.export.TableFile;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.Question;
import dev.weightscope.session.Pin;
import dev.weightscope.session.PinNames;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Session;
import java.util.ArrayList;
import java.util.List;

/// The numbers behind a lab's charts as files to keep.
final class ShownTables {
    private ShownTables() {}

    /// Of the live answer and of the pins that are shown, one below the other; empty before the
    /// first answer.
    static <S, A> List<TableFile> of(
            String name, Lab<S, A> lab, LabState<S, A> state, Session session) {
        Live.Shown<S, A> shown = state.live().shown();
        if (shown == null) {
            return List.of();
        }
        PinNames names = session.names();
        List<Named<S, A>> answers = new ArrayList<>();
        answers.add(
                new Named<>(
                        names.ofLive(shown.question().experiment()),
                        new Answered<>(lab, shown.question(), shown.answer())));
        for (Pin pin : session.pins().kept()) {
            if (pin.isShown()) {
                Question<S> question = new Question<>(pin.experiment(), state.settings());
                state.outcome(pin)
                        .answered()
                        .map(answer -> new Answered<>(lab, question, answer))
                        .ifPresent(each -> answers.add(new Named<>(names.of(pin), each)));
            }
        }
        return lab.isList(answers.size())
                ? TableFile.named(name, answers)
                : TableFile.of(name, answers.stream().map(Named::answered).toList());
    }
}
