package dev.weightscope.ui.testing;

import dev.weightscope.ui.desktop.Notices;
import java.util.ArrayList;
import java.util.List;

/// News written down instead of shown.
public final class RecordedNotices implements Notices {
    public final List<String> told = new ArrayList<>();
    public final List<String> complaints = new ArrayList<>();
    public final List<String> warnings = new ArrayList<>();
    public final List<String> takenBack = new ArrayList<>();
    public Runnable lastAction = () -> {};

    @Override
    public void tell(String sentence) {
        told.add(sentence);
    }

    @Override
    public void tell(String sentence, String actionName, Runnable action) {
        told.add(sentence);
        lastAction = action;
    }

    @Override
    public void complain(String sentence) {
        complaints.add(sentence);
    }

    @Override
    public void warn(String sentence) {
        warnings.add(sentence);
    }

    @Override
    public void takeBack(String sentence) {
        takenBack.add(sentence);
    }
}
