package dev.weightscope.ui.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/// The name of a setting beside others, in one line: the whole name, or where that does not fit
/// what tells it from those that begin alike.
public final class NameLabel extends Label {
    private static final String SEPARATOR = ", ";

    private final Text measured = new Text();
    private String whole = "";
    private String brief = "";

    public NameLabel() {
        setMinWidth(0); // one line, whole in a tooltip: rows below must not move
        setMaxWidth(Double.MAX_VALUE);
        widthProperty().subscribe(this::choose);
        fontProperty().subscribe(this::choose);
    }

    /// @param others the names of all in the list; this one may be among them
    public void show(String name, Collection<String> others) {
        whole = name;
        brief = brief(name, others);
        choose();
    }

    private void choose() {
        measured.setFont(getFont());
        measured.setText(whole);
        boolean fits = measured.getLayoutBounds().getWidth() <= getWidth();
        setText(fits ? whole : brief);
    }

    /// `…batch norm` for `Xavier uniform, gain 2, batch norm` beside `Xavier uniform, gain 2`.
    static String brief(String name, Collection<String> others) {
        List<String> parts = parts(name);
        List<String> shared = new ArrayList<>(parts);
        others.stream()
                .map(NameLabel::parts)
                .filter(other -> other.getFirst().equals(parts.getFirst()))
                .forEach(shared::retainAll);
        List<String> own = parts.stream().filter(part -> !shared.contains(part)).toList();
        return own.isEmpty() ? name : "…" + String.join(SEPARATOR, own);
    }

    private static List<String> parts(String name) {
        return Arrays.asList(name.split(SEPARATOR, -1));
    }
}
