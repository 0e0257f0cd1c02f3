package dev.weightscope.ui.training;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.race.TrainingAnswer;
import dev.weightscope.race.TrainingSettings;
import dev.weightscope.race.TrainingTask;
import dev.weightscope.training.StopRules;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.FoldedSection;
import dev.weightscope.ui.controls.OptionRow;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.controls.Shown;
import dev.weightscope.ui.data.DataChoice;
import dev.weightscope.ui.data.DrawnRows;
import dev.weightscope.ui.state.LabState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// What networks are trained on and how, as controls made from the lab's options.
public final class RaceOptions {
    private static final double ACTION_GAP = 6;

    /// Chosen with the data, in a row of its own.
    private static final Set<String> WHAT = Set.of("data", "data-reading");

    private static final Set<String> DATA = Set.of("test-share");
    private static final Set<String> STOPS = Set.of("goal", "stop-at-goal", "stop-when-stuck");

    private final Options<TrainingSettings> options;
    private final LabState<TrainingSettings, TrainingAnswer> state;
    private final ObservableValue<TrainingSettings> settings;
    private final TrainingImports imports;

    public RaceOptions(
            Options<TrainingSettings> options,
            LabState<TrainingSettings, TrainingAnswer> state,
            TrainingImports imports) {
        this.imports = imports;
        this.options = options;
        this.state = state;
        settings = state.liveProperty().map(live -> live.question().settings());
    }

    /// From the top to the bottom.
    public List<Node> sections() {
        Section data = new Section("Data");
        data.getChildren().addAll(dataChoice(), drawnRows());
        data.getChildren().addAll(rows(DATA));
        data.getChildren().add(task());
        Section training = new Section("Training");
        List<Node> others = new ArrayList<>();
        for (Option<TrainingSettings, ?> option : options.list()) {
            if (!WHAT.contains(option.key())
                    && !DATA.contains(option.key())
                    && !STOPS.contains(option.key())) {
                others.add(row(option));
            }
        }
        training.getChildren().addAll(others);
        FoldedSection stops = new FoldedSection("Goal and stop", rows(STOPS).toArray(Node[]::new));
        settings.subscribe(now -> stops.mark(marks(now.plan().stops())));
        return List.of(data, training, stops);
    }

    private List<Node> rows(Set<String> keys) {
        return options.list().stream()
                .filter(option -> keys.contains(option.key()))
                .<Node>map(this::row)
                .toList();
    }

    private Node row(Option<TrainingSettings, ?> option) {
        return OptionRow.of(options, option, settings, state::edit);
    }

    /// The data sets that come with the program, and the one in force if it is another.
    private Node dataChoice() {
        Choice<String> choice = DataChoice.of(settings.map(TrainingSettings::data), imports::take);
        Button file = new Button("CSV file…");
        file.setId("choose-data");
        file.setTooltip(new Tooltip("Learn from a file of numbers with a target"));
        file.setOnAction(_ -> imports.choose());
        Button how = new Button("Columns…");
        how.setId("data-reading");
        how.setTooltip(new Tooltip("How it is read: separator, header, columns, target"));
        how.setOnAction(_ -> imports.openAgain());
        choice.setAction(new HBox(ACTION_GAP, file, how));
        settings.map(TrainingSettings::data).subscribe(_ -> Shown.when(how, imports.isRead()));
        return choice;
    }

    private Node drawnRows() {
        Node rows = new DrawnRows(state.liveProperty().map(_ -> imports.reading()), imports::draw);
        settings.subscribe(_ -> Shown.when(rows, !imports.isRead()));
        return rows;
    }

    /// What the data turned out to be.
    private Label task() {
        Label task = new Label();
        task.setId("race-task");
        task.getStyleClass().add("hint");
        task.setWrapText(true);
        state.liveProperty().subscribe(_ -> task.setText(taskText()));
        return task;
    }

    /// Empty until the data in force is read.
    private String taskText() {
        TrainingAnswer answer = state.answerProperty().getValue();
        return answer != null && answer.settings().data().equals(state.settings().data())
                ? text(answer.task())
                : " ";
    }

    private static String text(TrainingTask task) {
        return "%d rows × %d%s%s"
                .formatted(
                        task.rows(),
                        task.features(),
                        task.classes() > 0 ? " · " + task.classes() + " classes" : " · a number",
                        task.testRows() > 0 ? " · " + task.testRows() + " for testing" : "");
    }

    private static List<String> marks(StopRules stops) {
        List<String> marks = new ArrayList<>();
        marks.add(stops.goal() > 0 ? NumberText.significant(stops.goal(), 3) : "no goal");
        if (stops.atGoal()) {
            marks.add("stop there");
        }
        if (stops.whenStuck()) {
            marks.add("stop when stuck");
        }
        return marks;
    }
}
