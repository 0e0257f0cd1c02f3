package dev.weightscope.ui.result;

import dev.weightscope.chart.Palette;
import dev.weightscope.lab.Summary;
import dev.weightscope.session.Pin;
import dev.weightscope.session.PinNames;
import dev.weightscope.session.Pins;
import dev.weightscope.ui.controls.Still;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Live;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The live setting and the pinned ones: colour, name, and what the lab says of the answer to each;
/// below them what was pinned and cannot be made again.
final class ComparedList<A> extends VBox {
    private final Session session;
    private final LabState<?, A> lab;
    private final List<Summary<A>> summaries;
    private final ObservableValue<Palette> palette;
    private final NameLabel liveName = new NameLabel();
    private final Tooltip wholeName = new Tooltip();
    private final SummaryCells liveFigures;
    private final Still live;
    private final List<SummaryCells> headCells;
    private final List<Node> heads;

    /// What the live setting's row follows from once there is an answer.
    private record LiveRow<A>(Live.@Nullable Shown<?, A> shown, Pins pins) {}

    private @Nullable LiveRow<A> liveRow;

    /// By colour, so that a row whose pin gets its answer keeps the name being typed.
    private final Map<Integer, PinRow> rows = new HashMap<>();

    private final LostPinRows lostRows;

    ComparedList(
            Session session,
            LabState<?, A> lab,
            List<Summary<A>> summaries,
            ObservableValue<Palette> palette) {
        this.session = session;
        lostRows = new LostPinRows(session);
        this.lab = lab;
        this.summaries = List.copyOf(summaries);
        this.palette = palette;
        getStyleClass().add("compared");
        liveName.setTooltip(wholeName);
        HBox.setHgrow(liveName, Priority.ALWAYS);
        liveFigures = SummaryCells.of(summaries.size());
        // Where a pin's row has its menu.
        Region end = new Region();
        end.setMinWidth(PinRow.MENU_WIDTH);
        StackPane dot = new StackPane(new CurveDot(0, palette));
        dot.getStyleClass().add("live-dot");
        HBox row = new HBox(dot, liveName, liveFigures, end);
        row.getStyleClass().addAll("compared-row", "live-row");
        live = new Still(row);
        headCells =
                summaries.size() > 1
                        ? List.of(
                                SummaryCells.heads(summaries.stream().map(Summary::head).toList()))
                        : List.of(); // one column alone needs no head
        heads = headCells.stream().map(ComparedList::heads).toList();
        headCells.forEach(cells -> cells.onFont(this::lineUp));
        liveFigures.onFont(this::lineUp);
        lab.liveProperty().subscribe(this::showLive);
        lab.outcomesProperty().subscribe(this::showPins);
        session.stateProperty()
                .subscribe(() -> {
                    showLive();
                    showPins();
                });
        showPins();
    }

    private static Node heads(SummaryCells cells) {
        Region end = new Region();
        end.setMinWidth(PinRow.MENU_WIDTH);
        HBox row = new HBox(cells, end);
        row.getStyleClass().add("compared-heads");
        row.setAlignment(Pos.BOTTOM_RIGHT);
        return row;
    }

    private void lineUp() {
        List<SummaryCells> cells = new ArrayList<>(headCells);
        cells.add(liveFigures);
        rows.values().forEach(row -> cells.add(row.figures()));
        ColumnWidths.fit(cells);
    }

    /// Gives a pin's row the focus.
    void pointAt(Pin pin) {
        PinRow row = rows.get(pin.colour());
        if (row != null) {
            row.requestFocus();
        }
    }

    /// Name and number of the curve that is drawn: one of them alone would be ahead of the other.
    private void showLive() {
        LiveRow<A> next = new LiveRow<>(lab.live().shown(), session.pins());
        if (next.shown != null && next.equals(liveRow)) {
            return; // a slider has moved, and its answer is on its way
        }
        liveRow = next;
        String name = liveText();
        liveName.show(name, pinned());
        wholeName.setText(name);
        liveFigures.show(lab.live().answer().map(this::texts).orElse(List.of(dots())));
        lineUp();
    }

    private String liveText() {
        return session.names().ofLive(lab.live().shownExperiment().orElse(session.experiment()));
    }

    private List<String> pinned() {
        return session.pins().kept().stream().map(session.names()::of).toList();
    }

    private String dots() {
        return lab.live().progress().isUnderWay() ? "…" : "–";
    }

    private void showPins() {
        List<Node> shown = new ArrayList<>(heads);
        shown.add(live);
        PinNames names = session.names();
        List<Pin> pins = session.pins().kept();
        List<String> beside = new ArrayList<>(pinned());
        if (!pins.isEmpty()) {
            beside.add(liveText());
        }
        for (Pin pin : pins) {
            PinRow row = rows.computeIfAbsent(pin.colour(), this::row);
            Outcome<A> outcome = lab.outcome(pin);
            List<String> texts = texts(outcome);
            row.show(pin, names.of(pin), beside, texts, spoken(texts), outcome.refusal());
            shown.add(row);
        }
        rows.values().retainAll(shown);
        lineUp();
        shown.addAll(lostRows.now());
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    private PinRow row(int colour) {
        PinRow row =
                new PinRow(
                        session,
                        colour,
                        palette,
                        SummaryCells.of(summaries.size()),
                        pin -> pin.experiment().caption(),
                        this::makeCurrent,
                        this::removeFocused);
        row.addMenuButton();
        return row;
    }

    private void makeCurrent(Pin pin) {
        session.makeCurrent(pin);
        lab.resume();
    }

    /// Removes a pin and gives the focus to its neighbour: the one below, else the one above.
    private void removeFocused(Pin pin) {
        List<Pin> before = session.pins().kept();
        int index = before.indexOf(pin);
        session.remove(pin);
        List<Pin> after = session.pins().kept();
        if (index >= 0 && !after.isEmpty()) {
            pointAt(after.get(Math.min(index, after.size() - 1)));
        }
    }

    private List<String> texts(A answer) {
        return summaries.stream().map(each -> each.of(answer)).toList();
    }

    /// What there is to say of a pin at the end of its row.
    private List<String> texts(Outcome<A> outcome) {
        return switch (outcome) {
            case Outcome.Waiting<A>(A older) -> older == null ? List.of("…") : texts(older);
            case Outcome.Answered<A>(A answer) -> texts(answer);
            case Outcome.Cancelled<A>(A part) -> part == null ? List.of("–") : texts(part);
            case Outcome.Refused<A> _ -> List.of("refused");
        };
    }

    /// Each figure after what it is.
    private String spoken(List<String> texts) {
        if (texts.size() < summaries.size()) {
            return texts.getFirst();
        }
        return IntStream.range(0, texts.size())
                .mapToObj(column -> summaries.get(column).name() + " " + texts.get(column))
                .collect(Collectors.joining("; "));
    }
}
