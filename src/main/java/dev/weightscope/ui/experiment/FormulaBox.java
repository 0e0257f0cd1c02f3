package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer.Explanation;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.Numbers;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.controls.Still;
import dev.weightscope.ui.state.Session;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The initializer's law in symbols and in the numbers of one layer, where it is from and what it
/// is called elsewhere.
///
/// Numbers have a line of their own that never wraps: they change while a slider is dragged, and
/// nothing below may move then.
final class FormulaBox extends VBox {
    private static final List<String> FRAMEWORKS = List.of("PyTorch", "Keras", "JAX");

    private final Label layer = line("law-note");
    private final Label law = line("law");
    private final Label numbers = line("law");
    private final Label result = line("law-result");
    private final Label variance = line("law-note");
    private final Still layerLine = new Still(layer);
    private final Still numbersLine = new Still(numbers);
    private final HBox results = new HBox(result, variance);
    private final Still resultsLine = new Still(results);
    private final Tooltip notes = new Tooltip();
    private final Tooltip wholeNumbers = new Tooltip();
    private final Label source = line("law-note");
    private final Label elsewhere = line("law-note");

    FormulaBox(Session session) {
        getStyleClass().add("formula-box");
        setAccessibleRole(AccessibleRole.TEXT);
        for (Label wrapped : List.of(layer, law, source, elsewhere)) {
            wrapped.setWrapText(true);
            wrapped.setMinHeight(USE_PREF_SIZE);
        }
        numbers.setTooltip(wholeNumbers);
        result.setMinWidth(USE_PREF_SIZE);
        law.setTooltip(notes);
        variance.setTooltip(
                new Tooltip(
                        """
                        How much the layer's weights multiply the mean square of the signal:
                        the number of a unit's inputs times the variance of a weight.
                        1 holds a linear network, 2 a ReLU network.\
                        """));
        results.getStyleClass().add("law-results");
        getChildren().addAll(layerLine, law, numbersLine, resultsLine, source, elsewhere);
        session.experimentProperty().subscribe(this::show);
    }

    /// Leaves out where the law is from and what it is called elsewhere, which stand in a tooltip
    /// then too.
    void hideNotes() {
        Shown.when(source, false);
        Shown.when(elsewhere, false);
    }

    void showNotes() {
        Shown.when(source, true);
        Shown.when(elsewhere, true);
    }

    /// Texts change and nodes stay: new ones would have to be styled in the midst of a drag.
    private void show(Experiment experiment) {
        Explanation explanation = experiment.explanation();
        showLayer(explained(experiment));
        law.setText(explanation.law());
        int equals = explanation.numbers().lastIndexOf("= ");
        Shown.when(numbersLine, equals >= 0);
        showResult(result, equals >= 0);
        if (equals >= 0) {
            numbers.setText(explanation.numbers().substring(0, equals).strip());
            result.setText(explanation.numbers().substring(equals));
        }
        wholeNumbers.setText(explanation.numbers());
        double effective = explanation.effectiveVariance();
        showResult(variance, !Double.isNaN(effective));
        variance.setText("σ_w² = nᵢₙ·Var W = " + Numbers.significant(effective, 3));
        source.setText(explanation.source());
        elsewhere.setText(elsewhere(explanation.elsewhere()));
        notes.setText(source.getText() + "\n" + elsewhere.getText());
        setAccessibleText(
                explanation.law() + "; " + explanation.numbers() + "; " + explanation.source());
    }

    private void showLayer(String text) {
        if (!text.equals(layer.getText())) {
            layer.setText(text);
            if (Math.abs(layer.prefHeight(layer.getWidth()) - layer.getHeight()) >= 1) {
                layerLine.requestLayout(); // it takes more lines, or fewer
            }
        }
    }

    /// As a part of the line of results.
    private void showResult(Label part, boolean isShown) {
        if (isShown != part.isManaged()) {
            Shown.when(part, isShown);
            resultsLine.requestLayout();
        }
    }

    /// `Each layer, 500 → 500`, or the one that is shown where layers differ, in shape or in law.
    static String explained(Experiment experiment) {
        LayerPlace shown = experiment.place(experiment.explainedLayer());
        Law law = experiment.weightLaw(shown);
        String shape = shown.fanIn() + " → " + shown.fanOut();
        boolean alike =
                experiment.places().stream()
                        .allMatch(each ->
                                each.fanIn() == shown.fanIn()
                                        && each.fanOut() == shown.fanOut()
                                        && experiment.weightLaw(each).equals(law));
        return alike
                ? "Each layer, " + shape
                : "Layer %d of %d%s, %s; the others differ"
                        .formatted(shown.layer(), experiment.depth(), role(shown), shape);
    }

    private static String role(LayerPlace place) {
        return switch (place.role()) {
            case PLAIN -> "";
            case WHOLE_BRANCH -> " (branch %d)".formatted(place.branch());
            case FIRST_OF_BRANCH -> " (first of branch %d)".formatted(place.branch());
            case LAST_OF_BRANCH -> " (last of branch %d)".formatted(place.branch());
        };
    }

    /// `xavier_uniform_ · GlorotUniform · –` with the frameworks' names, where it has one.
    static String elsewhere(String names) {
        String[] parts = names.split(" · ", -1);
        if (parts.length != FRAMEWORKS.size()) {
            return names;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].startsWith("–")) {
                text.append(text.isEmpty() ? "" : " · ")
                        .append(FRAMEWORKS.get(i))
                        .append(' ')
                        .append(parts[i]);
            }
        }
        return text.isEmpty() ? "Not in PyTorch, Keras or JAX" : text.toString();
    }

    private static Label line(String styleClass) {
        Label line = new Label();
        line.getStyleClass().add(styleClass);
        return line;
    }
}
