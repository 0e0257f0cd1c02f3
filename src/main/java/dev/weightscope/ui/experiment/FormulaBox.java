package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer.Explanation;
import dev.weightscope.model.Numbers;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Session;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The initializer's law in symbols and in numbers, where it is from and what it is called
/// elsewhere.
final class FormulaBox extends VBox {
    private static final List<String> FRAMEWORKS = List.of("PyTorch", "Keras", "JAX");

    private final Text law = part("law");
    private final Text numbers = part("law");
    private final Text result = part("law-result");
    private final TextFlow resultLine = new TextFlow(numbers, result);
    private final Text variance = part("law-note");
    private final TextFlow varianceLine = new TextFlow(variance);
    private final Text source = part("law-note");
    private final Text elsewhere = part("law-note");

    FormulaBox(Session workbench) {
        getStyleClass().add("formula-box");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren()
                .addAll(
                        new TextFlow(law),
                        resultLine,
                        varianceLine,
                        new TextFlow(source),
                        new TextFlow(elsewhere));
        workbench.experimentProperty().map(Experiment::explanation).subscribe(this::show);
    }

    /// Texts change and nodes stay: new ones would have to be styled in the midst of a drag.
    private void show(Explanation explanation) {
        law.setText(explanation.law());
        int equals = explanation.numbers().lastIndexOf("= ");
        Shown.when(resultLine, equals >= 0);
        if (equals >= 0) {
            numbers.setText(explanation.numbers().substring(0, equals + 2));
            result.setText(explanation.numbers().substring(equals + 2));
        }
        double effective = explanation.effectiveVariance();
        Shown.when(varianceLine, !Double.isNaN(effective));
        variance.setText("σ_w² = nᵢₙ·Var W = " + Numbers.significant(effective, 3));
        source.setText(explanation.source());
        elsewhere.setText(elsewhere(explanation.elsewhere()));
        setAccessibleText(
                explanation.law() + "; " + explanation.numbers() + "; " + explanation.source());
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

    private static Text part(String styleClass) {
        Text part = new Text();
        part.getStyleClass().add(styleClass);
        return part;
    }
}
