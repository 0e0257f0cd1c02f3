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
import java.util.Set;

/// The pictures of a race at its last step.
enum TrainingViews {
    LOSS("loss", "Loss") {
        @Override
        Chart chart(RaceCharts charts) {
            return new LineChart(charts.loss(LossChart.Frame.FIT, LossChart.Scale.LOG));
        }
    },
    ACCURACY("accuracy", "Accuracy") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return super.isOf(answer) && answer.task().loss().hasAccuracy();
        }

        @Override
        Chart chart(RaceCharts charts) {
            return new LineChart(charts.accuracy(Look.SETTINGS));
        }
    },
    TEST_ACCURACY("test-accuracy", "Accuracy on test rows") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return ACCURACY.isOf(answer) && answer.task().testRows() > 0;
        }

        @Override
        Chart chart(RaceCharts charts) {
            return new LineChart(charts.testAccuracy(Look.SETTINGS));
        }
    },
    BOUNDARIES("boundaries", "Decision boundary") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return super.isOf(answer) && !answer.first().planes().isEmpty();
        }

        @Override
        Chart chart(RaceCharts charts) {
            int last = charts.race().last();
            return charts.boundaries(charts.onPlane(last), last).orElseThrow();
        }
    },
    STDS("std", "Std by depth") {
        @Override
        Chart chart(RaceCharts charts) {
            LineView view = charts.stds(charts.race().last(), charts.stdSpan());
            return new LineChart(
                    view.withLook(Look.SETTINGS).withKey(List.of("solid act. · dashed grad.")));
        }
    },
    UPDATES("updates", "Update : weight") {
        @Override
        Chart chart(RaceCharts charts) {
            return new LineChart(charts.updates(first(charts)));
        }
    },
    LAYERS("layers", "Layers") {
        @Override
        boolean isOf(TrainingAnswer answer) {
            return super.isOf(answer) && !answer.first().histograms().isEmpty();
        }

        @Override
        Chart chart(RaceCharts charts) {
            RunState run = first(charts).answer().first();
            return new LayersAtStep(run).rows(run.steps()).orElseThrow();
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // a view has a function
    private final View<TrainingAnswer> view;

    TrainingViews(String key, String label) {
        view = new View<>(key, label, answers -> chart(charts(answers)));
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

    View<TrainingAnswer> view() {
        return view;
    }

    /// Whether an answer has what is drawn: of all draws at least the loss before the first step.
    boolean isOf(TrainingAnswer answer) {
        return answer.loss().length() > 0;
    }

    abstract Chart chart(RaceCharts charts);
}
