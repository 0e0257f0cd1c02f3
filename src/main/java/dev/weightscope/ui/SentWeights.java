package dev.weightscope.ui;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Input;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.ui.desktop.Notices;
import dev.weightscope.ui.inspect.InspectActions;
import dev.weightscope.ui.state.Session;
import java.util.List;

/// Layers of a file on their way from where it is inspected to a lab.
record SentWeights(Session session, Notices notices, LabTabs tabs) {
    /// The labs.
    List<InspectActions.Receiver> receivers() {
        return tabs.labs().stream()
                .map(lab -> new InspectActions.Receiver(lab, loaded -> take(loaded, lab.key())))
                .toList();
    }

    private void take(LoadedWeights loaded, String tab) {
        String before = session.experiment().input().text();
        boolean fits = fits(session.experiment().input(), loaded);
        session.edit(e -> (fits ? e : withDrawnInput(e)).withInitializer(loaded));
        tabs.choose(tab);
        notices.tell(
                "The weights are those of %s%s."
                        .formatted(
                                loaded.label(),
                                fits
                                        ? ""
                                        : ", and the input is drawn: %s has not the %d columns that the first layer takes"
                                                .formatted(
                                                        before,
                                                        loaded.layers().getFirst().fanIn())),
                "Undo",
                session::undo);
    }

    private static Experiment withDrawnInput(Experiment experiment) {
        return experiment.withInput(new Input.StandardNormal());
    }

    private static boolean fits(Input input, LoadedWeights loaded) {
        return !(input instanceof Input.Table(var data))
                || data.columns() == loaded.layers().getFirst().fanIn();
    }
}
