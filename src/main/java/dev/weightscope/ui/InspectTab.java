package dev.weightscope.ui;

import dev.weightscope.model.Layouts;
import dev.weightscope.option.Words;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.inspect.InspectSettings;
import dev.weightscope.ui.inspect.Inspection;
import dev.weightscope.ui.state.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// The file that is inspected.
record InspectTab(Inspection inspection) implements WindowTab {
    @Override
    public String key() {
        return Inspection.KEY;
    }

    @Override
    public String label() {
        return "Inspect";
    }

    @Override
    public void enter() {
        inspection.enter();
    }

    @Override
    public void leave() {
        inspection.leave();
    }

    @Override
    public boolean isBusy() {
        return inspection.isBusy();
    }

    @Override
    public void cancel() {
        inspection.cancel();
    }

    @Override
    public Subscription follow(Consumer<Live<?, ?>> listener) {
        return Subscription.EMPTY;
    }

    @Override
    public String commandLine(SessionState session) {
        InspectSettings settings = inspection.wantedProperty().get();
        List<String> words = new ArrayList<>(List.of("weightscope", "inspect"));
        for (String file : List.of(settings.file(), settings.other())) {
            if (!file.isEmpty()) {
                words.add(Words.quote(file));
            }
        }
        if (!settings.layouts().equals(Layouts.GUESSED)) {
            words.add("--layout " + Words.quote(settings.layouts().text()));
        }
        return String.join(" ", words);
    }
}
