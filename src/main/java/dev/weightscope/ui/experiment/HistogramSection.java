package dev.weightscope.ui.experiment;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Binning;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Numbers;
import dev.weightscope.option.Decimal;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.CommitField.Content;
import dev.weightscope.ui.controls.FieldRow;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.state.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.layout.VBox;

/// How values are counted: the bins and between which bounds they lie.
final class HistogramSection extends VBox {
    private final Session session;
    private final Choice<Kind> kind;
    private final FieldRow low;
    private final FieldRow high;
    private final FoldedSection section;

    /// The three kinds of [BinRange].
    private enum Kind {
        NATURAL("Activation's bounds"),
        OWN("Each layer's own"),
        FIXED("Fixed");

        final String label;

        Kind(String label) {
            this.label = label;
        }

        static Kind of(BinRange range) {
            return switch (range) {
                case BinRange.Natural _ -> NATURAL;
                case BinRange.Own _ -> OWN;
                case BinRange.Fixed _ -> FIXED;
            };
        }

        BinRange range() {
            return switch (this) {
                case NATURAL -> new BinRange.Natural();
                case OWN -> new BinRange.Own();
                case FIXED -> new BinRange.Fixed(-1, 1);
            };
        }
    }

    HistogramSection(Session session) {
        this.session = session;
        kind =
                new Choice<>(
                        "Range",
                        Arrays.asList(Kind.values()),
                        each -> each.label,
                        picked -> edit(binning -> withKind(binning, picked)));
        low = bound("From", (text, old) -> new BinRange.Fixed(number("from", text), old.high()));
        high = bound("To", (text, old) -> new BinRange.Fixed(old.low(), number("to", text)));
        section =
                new FoldedSection(
                        "Histograms",
                        ExperimentRow.of(session, ExperimentOptions.BINS),
                        kind,
                        low,
                        high);
        getChildren().add(section);
        session.experimentProperty().map(Experiment::binning).subscribe(this::show);
    }

    private void show(Binning binning) {
        kind.show(Kind.of(binning.range()));
        section.mark(marks(binning));
        boolean fixed = binning.range() instanceof BinRange.Fixed;
        Shown.when(low, fixed);
        Shown.when(high, fixed);
        if (binning.range() instanceof BinRange.Fixed(double from, double to)) {

            low.show(Numbers.plain(from));
            high.show(Numbers.plain(to));
        }
    }

    private static List<String> marks(Binning binning) {
        List<String> marks = new ArrayList<>();
        if (binning.bins() != Binning.DEFAULT.bins()) {
            marks.add(binning.bins() + " bins");
        }
        switch (binning.range()) {
            case BinRange.Natural _ -> {}
            case BinRange.Own _ -> marks.add("own range");
            case BinRange.Fixed(double from, double to) ->
                    marks.add(Numbers.plain(from) + " to " + Numbers.plain(to));
        }
        return marks;
    }

    private interface Bound {
        BinRange.Fixed replace(String text, BinRange.Fixed old);
    }

    private FieldRow bound(String name, Bound bound) {
        return new FieldRow(
                name,
                Content.NUMBER,
                text ->
                        edit(binning ->
                                binning.range() instanceof BinRange.Fixed old
                                        ? binning.withRange(bound.replace(text, old))
                                        : binning));
    }

    private static double number(String name, String text) {
        return Decimal.ANY.read(name, text);
    }

    private static Binning withKind(Binning binning, Kind picked) {
        return Kind.of(binning.range()) == picked ? binning : binning.withRange(picked.range());
    }

    private void edit(UnaryOperator<Binning> change) {
        session.edit(e -> e.withBinning(change.apply(e.binning())));
    }
}
