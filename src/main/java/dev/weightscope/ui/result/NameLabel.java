package dev.weightscope.ui.result;

import dev.weightscope.chart.BriefName;
import java.util.Collection;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.text.Text;

/// The name of a setting beside others, in one line: the whole name, or where that does not fit
/// what tells it from those that begin alike. What is still too long loses its middle, since what
/// was changed stands at the end: `Orthog…ain 1.02`.
public final class NameLabel extends Label {
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
        brief = BriefName.of(name, others);
        choose();
    }

    private void choose() {
        measured.setFont(getFont());
        measured.setText(whole);
        boolean fits = measured.getLayoutBounds().getWidth() <= getWidth();
        setText(fits ? whole : brief);
        // A brief name has lost its beginning already.
        boolean losesMiddle = brief.equals(whole);
        setTextOverrun(losesMiddle ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
    }
}
