package dev.weightscope.race;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.line.LineChart;
import dev.weightscope.chart.line.LineView;
import dev.weightscope.chart.line.Look;
import dev.weightscope.chart.race.LossChart;
import dev.weightscope.lab.View;
import dev.weightscope.training.RunState;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/// The pictures of a race, at its last step where none is looked at.
enum TrainingViews {
    LOSS("loss", "Loss") {
        @Override
        Chart chart(RaceCharts charts, OptionalInt step) {
            return over(charts.loss(LossChart.Frame.FIT, LossChart.Scale.LOG), step);
        }
    },
    ACCURACY("accuracy", "Accuracy") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return super.isOf(answer) && answer.task().loss().hasAccuracy();
        }

        @Override
        Chart chart(RaceCharts charts, OptionalInt step) {
            return over(charts.accuracy(Look.SETTINGS), step);
        }
    },
    TEST_ACCURACY("test-accuracy", "Accuracy on test rows") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return ACCURACY.isOf(answer) && answer.task().testRows() > 0;
        }

        @Override
        Chart chart(RaceCharts charts, OptionalInt step) {
            return over(charts.testAccuracy(Look.SETTINGS), step);
        }
    },
    BOUNDARIES("boundaries", "Decision boundary") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return super.isOf(answer) && !answer.first().planes().isEmpty();
        }

        @Override
        Chart chart(RaceCharts charts, OptionalInt step) {
            int at = step.orElse(charts.race().last());
            return charts.boundaries(charts.onPlane(at), at).orElseThrow();
        }
    },
    STDS("std", "Std by depth") {
        @Override
        Chart chart(RaceCharts charts, OptionalInt step) {
            LineView view = charts.stds(step.orElse(charts.race().last()), charts.stdSpan());
            return new LineChart(
                    view.withLook(Look.SETTINGS).withKey(List.of("solid act. · dashed grad.")));
        }
    },
    UPDATES("updates", "Update : weight") {
        @Override
        Chart chart(RaceCharts charts, OptionalInt step) {
            return over(charts.updates(first(charts)), step);
        }
    },
    LAYERS("layers", "Layers") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return super.isOf(answer) && !answer.first().histograms().isEmpty();
        }

        @Override
        Chart chart(RaceCharts charts, OptionalInt step) {
            RunState run = first(charts).answer().first();
            return new LayersAtStep(run).rows(step.orElse(run.steps())).orElseThrow();
        }
    };

    private final String key;
    private final String label;

    TrainingViews(String key, String label) {
        this.key = key;
        this.label = label;
    }

    private static RaceCharts charts(List<Series<TrainingAnswer>> answers) {
        Series<TrainingAnswer> live = answers.getFirst();
        Race race = Race.of(answers, live.values().settings(), Set.of());
        return new RaceCharts(race, live.colour(), Set.of());
    }

    /// The live setting's, whose colour is selected.
    private static Race.Run first(RaceCharts charts) {
        return charts.race().find(charts.selected()).orElseThrow();
    }

    /// Those that show something of an answer.
    ///
    /// @param step that is looked at; empty for the race as it ended
    static List<View<TrainingAnswer>> of(TrainingAnswer answer, OptionalInt step) {
        return Stream.of(values())
                .filter(each -> each.isOf(answer))
                .map(each -> each.view(step))
                .toList();
    }

    View<TrainingAnswer> view() {
        return view(OptionalInt.empty());
    }

    private View<TrainingAnswer> view(OptionalInt step) {
        return new View<>(key, label, answers -> chart(charts(answers), step));
    }

    /// Curves over steps, with the one that is looked at.
    private static Chart over(LineView curves, OptionalInt step) {
        return new LineChart(step.isPresent() ? curves.withCursor(step.getAsInt()) : curves);
    }

    /// Whether an answer has what is drawn: of all draws at least the loss before the first step.
    boolean isOf(TrainingAnswer answer) {
        return answer.loss().length() > 0;
    }

    abstract Chart chart(RaceCharts charts, OptionalInt step);
}
