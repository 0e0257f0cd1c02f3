package dev.weightscope.ui.training;

import dev.weightscope.chart.Palette;
import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.chart.race.Lines;
import dev.weightscope.model.Experiment;
import dev.weightscope.race.Race;
import dev.weightscope.race.RaceJudge;
import dev.weightscope.race.RunCaption;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.session.Pin;
import dev.weightscope.ui.result.LostPinRows;
import dev.weightscope.ui.result.PinRow;
import dev.weightscope.ui.result.SummaryCells;
import dev.weightscope.ui.state.LabState;
import dev.weightscope.ui.state.Outcome;
import dev.weightscope.ui.state.Progress;
import dev.weightscope.ui.state.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// All runs in the order of the race, with their figures at a step: the legend of the charts. Below
/// them the pins that do not race, hidden, refused or not begun, and those that cannot be made now.
///
/// Pointing at a row has the others stand back; a click selects its run. A pin's row does what it
/// does in every lab.
final class RunsTable extends VBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    /// Of a run that answers what is no longer asked, whose curves stand back too.
    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    /// Headings of the last column: of classes, and of numbers.
    private static final String RIGHT = "right";

    private static final String EXPLAINED = "R²";

    private static final double LEAST_EXPLAINED = -99;

    private static final String REFUSED = "refused";

    /// The live setting's colour.
    private static final int LIVE = 0;

    /// Of loss, step of the goal, and share of right answers or of the variance.
    private static final List<Double> WIDTHS = List.of(54.0, 40.0, 40.0);

    private final ObservableValue<Palette> palette;
    private final IntegerProperty selected;
    private final IntegerProperty pointedAt;
    private final Session session;
    private final LabState<TrainingSettings, TrainingAnswer> state;
    private final SummaryCells heads = SummaryCells.headsOf(WIDTHS);
    private final HBox head = new HBox(heads);
    private final LiveRunRow live;
    private final Map<Integer, PinRow> rows = new HashMap<>();
    private final LostPinRows lostRows;
    private String heading = RIGHT;

    /// @param selected the colour of the run that is selected
    /// @param pointedAt the colour of the run that is pointed at; −1 for none
    RunsTable(
            ObservableValue<Palette> palette,
            IntegerProperty selected,
            IntegerProperty pointedAt,
            Session session,
            LabState<TrainingSettings, TrainingAnswer> state) {
        this.palette = palette;
        this.selected = selected;
        this.pointedAt = pointedAt;
        this.session = session;
        lostRows = new LostPinRows(session);
        this.state = state;
        head.setAlignment(Pos.BOTTOM_RIGHT);
        head.getStyleClass().add("compared-heads");
        live = new LiveRunRow(palette, SummaryCells.of(WIDTHS));
        follow(live, LIVE);
        getStyleClass().addAll("compared", "runs-table");
        setId("runs");
    }

    /// Has a row point at its run and select it.
    private void follow(Node row, int colour) {
        row.getStyleClass().add("run-row");
        row.setOnMouseEntered(_ -> pointedAt.set(colour));
        row.setOnMouseExited(_ -> pointedAt.set(-1));
        row.setOnMouseClicked(_ -> {
            row.requestFocus();
            selected.set(colour);
        });
    }

    void show(Race race, int step) {
        double goal = race.asked().plan().stops().goal();
        heading = isOfNumbers(race) ? EXPLAINED : RIGHT;
        heads.show(
                List.of(
                        "loss at\nstep " + step,
                        goal > 0 ? "step of\n" + NumberText.significant(goal, 3) : "",
                        heading));
        int front = race.find(selected.get()).map(Race.Run::colour).orElse(LIVE);
        List<String> names = names();
        List<Node> shown = new ArrayList<>();
        shown.add(head);
        List<Integer> racing = race.runs().stream().map(Race.Run::colour).toList();
        if (!racing.contains(LIVE)) {
            boolean isRefused = state.live().progress() instanceof Progress.Refused;
            showLive(List.of(isRefused ? REFUSED : "…"), names);
            shown.add(live);
        }
        for (Race.Run run : race.runs()) {
            List<String> texts = texts(run.answer(), run.entry().goalStep(), goal, step);
            if (run.colour() == LIVE) {
                showLive(texts, names);
                shown.add(live);
            } else {
                pin(run.colour()).ifPresent(pin -> shown.add(row(pin, texts, names)));
            }
        }
        for (Pin pin : session.pins().kept()) {
            if (!racing.contains(pin.colour())) {
                shown.add(row(pin, texts(state.outcome(pin), goal, step), names));
            }
        }
        Set<Integer> old = race.old();
        live.pseudoClassStateChanged(OLD, old.contains(LIVE));
        rows.forEach((colour, row) -> row.pseudoClassStateChanged(OLD, old.contains(colour)));
        Node inFront = selectable(front);
        shown.forEach(row -> row.pseudoClassStateChanged(SELECTED, row.equals(inFront)));
        rows.values().retainAll(shown);
        shown.addAll(lostRows.now());
        if (!getChildren().equals(shown)) {
            getChildren().setAll(shown);
        }
    }

    private Node selectable(int colour) {
        PinRow row = rows.get(colour);
        return row == null ? live : row;
    }

    private Optional<Pin> pin(int colour) {
        return session.pins().kept().stream().filter(pin -> pin.colour() == colour).findFirst();
    }

    private String liveName() {
        return session.names().ofLive(liveExperiment());
    }

    private Experiment liveExperiment() {
        return state.live().shownExperiment().orElse(session.experiment());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        session.pins().kept().forEach(pin -> names.add(session.names().of(pin)));
        names.add(liveName());
        return names;
    }

    private void showLive(List<String> texts, List<String> names) {
        String about = RunCaption.of(liveExperiment(), state.settings());
        live.show(liveName(), about, names, texts, spoken(texts));
    }

    private PinRow row(Pin pin, List<String> texts, List<String> names) {
        PinRow row = rows.computeIfAbsent(pin.colour(), this::newRow);
        String refusal = state.outcome(pin).refusal();
        row.show(pin, session.names().of(pin), names, texts, spoken(texts), refusal);
        return row;
    }

    private PinRow newRow(int colour) {
        PinRow row =
                new PinRow(
                        session,
                        colour,
                        palette,
                        SummaryCells.of(WIDTHS),
                        pin -> RunCaption.of(pin.experiment(), state.settings()),
                        this::makeCurrent,
                        this::remove);
        follow(row, colour);
        return row;
    }

    private void makeCurrent(Pin pin) {
        session.makeCurrent(pin);
        state.resume();
    }

    /// Removes a pin and gives the focus to its neighbour: the one below, else the one above.
    private void remove(Pin pin) {
        int place = getChildren().indexOf(rows.get(pin.colour()));
        session.remove(pin);
        int last = getChildren().size() - 1;
        getChildren().get(Math.clamp(place, 0, last)).requestFocus();
    }

    /// Gives a pin's row the focus.
    void pointAt(Pin pin) {
        PinRow row = rows.get(pin.colour());
        if (row != null) {
            row.requestFocus();
        }
    }

    private static List<String> texts(Outcome<TrainingAnswer> outcome, double goal, int step) {
        return outcome instanceof Outcome.Refused
                ? List.of(REFUSED)
                : outcome.answered()
                        .map(answer ->
                                texts(answer, RaceJudge.entry("", answer).goalStep(), goal, step))
                        .orElse(List.of("…"));
    }

    private static List<String> texts(
            TrainingAnswer answer, OptionalInt goalStep, double goal, int step) {
        return List.of(
                figure(answer.loss(), step),
                goal > 0 ? goalText(answer, goalStep, goal) : "",
                answer.task().classes() == 0
                        ? explained(at(answer.loss(), step), answer.task().guessing())
                        : share(answer.accuracy(), step));
    }

    private static boolean isOfNumbers(Race race) {
        return !race.isEmpty()
                && race.runs().stream().allMatch(run -> run.answer().task().classes() == 0);
    }

    /// The share of a number's variance that is explained, R² = 1 − loss / guessing: the squared
    /// error beside that of the mean. Below 0 where the mean would be the better answer; how far
    /// below has little room.
    static String explained(double loss, double guessing) {
        double share = 1 - loss / guessing;
        if (Double.isNaN(share)) {
            return "–";
        }
        if (share < LEAST_EXPLAINED && share > Double.NEGATIVE_INFINITY) {
            return "< " + NumberText.significant(LEAST_EXPLAINED, 3);
        }
        double rounded = Double.isInfinite(share) ? share : Math.round(1000 * share) / 1000.0;
        return NumberText.significant(rounded, 3);
    }

    private String spoken(List<String> texts) {
        return texts.size() == 1
                ? texts.getFirst()
                : "loss %s, goal at %s, %s %s"
                        .formatted(texts.get(0), texts.get(1), heading, texts.get(2));
    }

    private static String goalText(TrainingAnswer answer, OptionalInt goalStep, double goal) {
        if (answer.settings().plan().stops().goal() != goal) {
            return "…"; // what it reached was another goal
        }
        return goalStep.isPresent()
                ? Integer.toString(goalStep.getAsInt())
                : answer.isComplete() ? "never" : "…";
    }

    /// Also of a run that diverged: that its loss is no number is a result.
    static String figure(Lines curves, int step) {
        return curves.length() == 0 ? "–" : NumberText.significant(at(curves, step), 3);
    }

    private static String share(Lines curves, int step) {
        double value = at(curves, step);
        return Double.isNaN(value) ? "–" : Math.round(100 * value) + " %";
    }

    /// The median at a step, or at the last that there is before it; NaN where there is none.
    static double at(Lines curves, int step) {
        return curves.length() == 0
                ? Double.NaN
                : curves.median(Math.min(step, curves.length() - 1));
    }
}
