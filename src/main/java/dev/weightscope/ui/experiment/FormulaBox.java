package dev.weightscope.ui.experiment;

import dev.weightscope.model.Experiment;
import dev.weightscope.model.Initializer.Explanation;
import dev.weightscope.model.Numbers;
import dev.weightscope.ui.state.Workbench;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// The initializer's law in symbols and in numbers, where it is from and what it is called
/// elsewhere.
final class FormulaBox extends VBox {
    private static final List<String> FRAMEWORKS = List.of("PyTorch", "Keras", "JAX");

    FormulaBox(Workbench workbench) {
        getStyleClass().add("formula-box");
        setAccessibleRole(AccessibleRole.TEXT);
        workbench.experimentProperty().map(Experiment::explanation).subscribe(this::show);
    }

    private void show(Explanation explanation) {
        getChildren().setAll(line(part(explanation.law(), "law")));
        int result = explanation.numbers().lastIndexOf("= ");
        if (result >= 0) {
            getChildren()
                    .add(
                            line(
                                    part(explanation.numbers().substring(0, result + 2), "law"),
                                    part(
                                            explanation.numbers().substring(result + 2),
                                            "law-result")));
        }
        if (!Double.isNaN(explanation.effectiveVariance())) {
            getChildren()
                    .add(
                            line(
                                    part(
                                            "σ_w² = nᵢₙ·Var W = "
                                                    + Numbers.significant(
                                                            explanation.effectiveVariance(), 3),
                                            "law-note")));
        }
        getChildren().add(line(part(explanation.source(), "law-note")));
        getChildren().add(line(part(elsewhere(explanation.elsewhere()), "law-note")));
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

    private static TextFlow line(Text... parts) {
        return new TextFlow(parts);
    }

    private static Text part(String text, String styleClass) {
        Text part = new Text(text);
        part.getStyleClass().add(styleClass);
        return part;
    }
}
