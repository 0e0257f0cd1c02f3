package dev.weightscope.animation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.Areas;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.Series;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.signal.FigureContent;
import dev.weightscope.signal.SignalAnswer;
import dev.weightscope.signal.SignalLab;
import dev.weightscope.signal.SignalSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramesTest {
    private static final Box AREA = new Box(0, 0, 1200, 900);

    private static List<List<Series<SignalAnswer>>> answers(
            Sweep<Experiment> sweep, String experiment) {
        List<List<Series<SignalAnswer>>> answers = new ArrayList<>();
        Experiment base = ExperimentText.parse(experiment);
        try (Kernel kernel = Kernels.choose(Kernels.Choice.SCALAR, 1)) {
            Solver<SignalSettings, SignalAnswer> solver =
                    new SignalLab().solver(kernel, MemoryBudget.ofHeap(0));
            for (Experiment each : Sweep.experiments(sweep, base)) {
                SignalAnswer answer =
                        solver.solve(
                                new Question<>(each, SignalSettings.BOTH_WAYS),
                                Cancellation.NEVER,
                                ProgressListener.none());
                answers.add(List.of(new Series<>("live", 0, Series.Role.LIVE, answer)));
            }
        }
        return answers;
    }

    private static RecordedSurface painted(Figure figure) {
        RecordedSurface surface = new RecordedSurface();
        figure.layout(AREA, Areas.MEASURE).paint(surface, Palette.LIGHT);
        return surface;
    }

    @Test
    void axesAreTheSameInAllFramesAndTheValueStandsInEach() {
        Sweep<Experiment> sweep = Sweep.of(ExperimentOptions.ALL.find("--gain"), "0.5", "8", 5);
        for (String activation : List.of("tanh", "relu")) {
            List<List<Series<SignalAnswer>>> answers =
                    answers(sweep, "--depth 4 --width 20 --samples 50 --activation " + activation);
            int checked = 0;
            for (FigureContent content : FigureContent.of(answers.getFirst())) {
                List<Figure> alone =
                        answers.stream()
                                .map(each -> new Figure(content.parts(each), "a caption"))
                                .toList();
                List<Figure> frames = Frames.of(sweep, alone).figures();
                assertEquals(5, frames.size());
                for (int i = 0; i < 5; i++) {
                    assertEquals(
                            frames.getFirst().axes(),
                            frames.get(i).axes(),
                            activation + " " + content + " " + i);
                    String value = "Gain " + sweep.values().get(i);
                    assertTrue(
                            painted(frames.get(i)).painted.stream()
                                    .anyMatch(each -> each.what().equals(value)),
                            value);
                }
                checked++;
            }
            assertEquals(7, checked);
        }
    }

    @Test
    void chartsLieAlikeHoweverLongACaptionIs() {
        Sweep<Experiment> sweep = Sweep.of(ExperimentOptions.ALL.find("--gain"), "1", "2", 2);
        List<List<Series<SignalAnswer>>> answers =
                answers(sweep, "--depth 2 --width 10 --samples 20 --activation tanh");
        List<Figure> frames =
                Frames.of(
                                sweep,
                                List.of(
                                        new Figure(
                                                FigureContent.DEPTH.parts(answers.get(0)), "short"),
                                        new Figure(
                                                FigureContent.DEPTH.parts(answers.get(1)),
                                                "many words ".repeat(40).strip())))
                        .figures();
        assertEquals(fills(frames.get(0)), fills(frames.get(1)));
    }

    /// Where grid and track lie.
    private static List<Double> fills(Figure figure) {
        return painted(figure).painted.stream()
                .filter(each -> each.what().equals("solid") && each.box().height() == 0)
                .map(each -> each.box().y())
                .distinct()
                .toList();
    }
}
