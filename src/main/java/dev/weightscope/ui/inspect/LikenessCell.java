package dev.weightscope.ui.inspect;

import dev.weightscope.inspect.LawMatch;
import dev.weightscope.report.Likeness;
import dev.weightscope.report.TensorReport;
import dev.weightscope.ui.controls.Shown;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/// What a tensor looks like, in two lines.
final class LikenessCell extends TableCell<TensorRow, TensorRow> {
    private static final PseudoClass TRAINED = PseudoClass.getPseudoClass("trained");
    private static final PseudoClass NOT_FINITE = PseudoClass.getPseudoClass("not-finite");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final double RADIUS = 3.5;

    private final Function<TensorRow, Optional<TensorReport>> of;
    private final Circle dot = new Circle(RADIUS);
    private final Label headline = new Label();
    private final Label detail = new Label();
    private final VBox texts = new VBox(headline, detail);
    private final HBox line = new HBox(dot, texts);
    private final Tooltip whole = new Tooltip();

    LikenessCell(Function<TensorRow, Optional<TensorReport>> of) {
        this.of = of;
        dot.getStyleClass().add("likeness-dot");
        detail.getStyleClass().add("likeness-detail");
        line.getStyleClass().add("likeness");
        line.setAlignment(Pos.CENTER_LEFT);
        texts.setAlignment(Pos.CENTER_LEFT);
        headline.setMinWidth(0);
        detail.setMinWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TensorRow row, boolean empty) {
        super.updateItem(row, empty);
        TensorReport report = row == null || empty ? null : of.apply(row).orElse(null);
        if (report == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String law = report.match().map(LawMatch::law).orElse(LawMatch.UNKNOWN);
        dot.pseudoClassStateChanged(TRAINED, law.equals(LawMatch.TRAINED));
        boolean isFinite = report.match().filter(each -> each.notFinite() > 0).isEmpty();
        dot.pseudoClassStateChanged(NOT_FINITE, !isFinite);
        dot.pseudoClassStateChanged(UNKNOWN, isFinite && law.equals(LawMatch.UNKNOWN));
        headline.setText(LikenessText.headline(report));
        String small = LikenessText.detail(report);
        detail.setText(small);
        Shown.when(detail, !small.isEmpty());
        whole.setText(report.match().map(Likeness::all).orElseGet(headline::getText));
        setTooltip(whole);
        setGraphic(line);
    }
}
