package dev.weightscope.animation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.ExperimentText;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.Solver;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.lab.View;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SettingsText;
import dev.weightscope.phase.PhaseLab;
import dev.weightscope.race.TrainingLab;
import dev.weightscope.spectrum.SpectrumLab;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SweptQuestionTest {
    private static final Experiment SMALL =
            ExperimentText.parse("--depth 3 --width 12 --samples 10 --activation tanh");

    private static <S> Question<S> question(Lab<S, ?> lab, String settings) {
        return new Question<>(SMALL, new SettingsText<>(lab.options()).parse(settings));
    }

    private static Way way(String key, String from, String to) {
        return new Way(key, from, to, 3, Optional.empty());
    }

    @Test
    void aNumberOfTheExperimentOrOfTheLabIsAskedAtEachValue() {
        Question<Long> question = question(new ToyLab(), "--powers 2");
        assertEquals(
                List.of(SMALL.withDepth(2), SMALL.withDepth(3), SMALL.withDepth(4)),
                SweptQuestion.of(new ToyLab(), question, way("depth", "2", "4")).frames().stream()
                        .map(each -> each.question().experiment())
                        .toList());
        assertEquals(
                List.of(1L, 2L, 3L),
                SweptQuestion.of(new ToyLab(), question, way("powers", "1", "3")).frames().stream()
                        .map(each -> each.question().settings())
                        .toList());
    }

    @Test
    void aMomentIsLookedAtInOneAnswer() {
        var question = question(new TrainingLab(), "--steps 8");
        var swept = SweptQuestion.of(new TrainingLab(), question, way("step", "0", "8"));
        assertEquals(
                List.of(0L, 4L, 8L),
                swept.frames().stream().map(each -> each.moment().orElseThrow()).toList());
        assertEquals(
                List.of(question),
                swept.frames().stream().map(SweptQuestion.At::question).distinct().toList());
        assertEquals(
                "to 9 is outside 0..8",
                assertThrows(
                                Refusal.class,
                                () ->
                                        SweptQuestion.of(
                                                new TrainingLab(), question, way("step", "0", "9")))
                        .getMessage());
    }

    @Test
    void axesOfEveryLabStandStill() {
        assertEquals(4, chartsThatStandStill(new PhaseLab(), "", way("gain", "0.5", "3")));
        assertEquals(6, chartsThatStandStill(new SpectrumLab(), "", way("gain", "0.5", "3")));
        assertEquals(
                5,
                chartsThatStandStill(
                        new TrainingLab(), "--steps 8 --draws 1", way("step", "0", "8")));
    }

    private static <S, A> int chartsThatStandStill(Lab<S, A> lab, String settings, Way way) {
        SweptQuestion<S> swept = SweptQuestion.of(lab, question(lab, settings), way);
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        try (Kernel kernel = Kernels.choose(Kernels.Choice.SCALAR, 1)) {
            Solver<S, A> solver = lab.solver(kernel, MemoryBudget.ofHeap(0));
            for (SweptQuestion.At<S> frame : swept.frames()) {
                A answer =
                        solver.solve(frame.question(), Cancellation.NEVER, ProgressListener.none());
                assertEquals(
                        lab.views(answer).stream().map(View::key).toList(),
                        frame.views(lab, answer).stream().map(View::key).toList());
                for (View<A> view : frame.views(lab, answer)) {
                    Figure.Part part =
                            new Figure.Part(
                                    view.label(),
                                    view.chart(
                                            List.of(
                                                    new Series<>(
                                                            "live", 0, Series.Role.LIVE, answer))),
                                    1);
                    figures.computeIfAbsent(view.key(), _ -> new ArrayList<>())
                            .add(new Figure(part, "a caption"));
                }
            }
        }
        figures.forEach((key, each) ->
                assertEquals(
                        1,
                        Frames.of(swept.sweep(), each).figures().stream()
                                .map(Figure::axes)
                                .distinct()
                                .count(),
                        key));
        return figures.size();
    }

    @Test
    void whatHasANumberCanGoItsWay() {
        List<String> keys =
                SweptQuestion.numbers(new TrainingLab(), question(new TrainingLab(), "")).stream()
                        .map(AnimatedNumber::key)
                        .toList();
        assertEquals("step", keys.getFirst());
        assertTrue(keys.containsAll(List.of("gain", "depth", "learning-rate", "steps")), "" + keys);
        assertFalse(keys.contains("activation"));
        assertFalse(keys.contains("slope"), "tanh has none");
    }

    @Test
    void wholeAnswersHaveNoMoment() {
        assertEquals(
                List.of(OptionalLong.empty()),
                SweptQuestion.of(
                                new TrainingLab(),
                                question(new TrainingLab(), ""),
                                way("gain", "1", "2"))
                        .frames()
                        .stream()
                        .map(SweptQuestion.At::moment)
                        .distinct()
                        .toList());
    }
}
