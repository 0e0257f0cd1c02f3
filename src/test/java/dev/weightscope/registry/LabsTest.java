package dev.weightscope.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.chart.Series;
import dev.weightscope.chart.image.FigureImage;
import dev.weightscope.export.Marks;
import dev.weightscope.export.PictureFile;
import dev.weightscope.export.PictureForm;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.lab.ToyLab;
import dev.weightscope.lab.View;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.option.Option;
import dev.weightscope.sweep.SweepLab;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for every lab, those to come too.
class LabsTest {
    private static final List<Lab<?, ?>> LABS =
            Stream.<Lab<?, ?>>concat(Labs.ALL.stream(), Stream.of(new ToyLab())).toList();

    private static final FigureSize SIZE = FigureSize.ofHeight(300);

    @TempDir Path directory;

    private static final Set<String> RESERVED =
            Set.of("help", "version", "json", "csv", "preset", "out", "pixels", "pictures");

    @Test
    void keysAndCommandsAreDifferent() {
        Set<String> keys = new HashSet<>();
        Set<String> commands = new HashSet<>(Set.of("export", "list", "bench"));
        for (Lab<?, ?> lab : LABS) {
            assertTrue(keys.add(lab.key()), lab.key());
            assertTrue(commands.add(lab.command()), lab.command());
        }
    }

    @Test
    void noOptionOfALabIsCalledAsOneOfAnExperimentOrOfTheProgram() {
        Set<String> taken = new HashSet<>(RESERVED);
        ExperimentOptions.ALL.list().forEach(option -> taken.add(option.key()));
        EngineOptions.ALL.forEach(option -> taken.add(option.key()));
        int checked = 0;
        for (Lab<?, ?> lab : LABS) {
            for (Option<?, ?> option : lab.options().list()) {
                // Of drawn data, which a sweep reads by --data-reading too.
                boolean isOwn = lab instanceof SweepLab && option.key().equals("points");
                assertTrue(isOwn || !taken.contains(option.key()), lab.key() + " " + option);
                checked++;
            }
        }
        assertTrue(checked > 0);
    }

    @Test
    void everyViewIsDrawnOfOneAnswerAndOfSeveral() {
        int checked = 0;
        try (Kernel kernel = Kernels.scalar(1)) {
            for (Lab<?, ?> lab : LABS) {
                checked += draw(lab, kernel);
            }
        }
        assertTrue(checked >= 2 * LABS.size(), checked + " pictures");
    }

    private <S, A> int draw(Lab<S, A> lab, Kernel kernel) {
        Experiment experiment = Experiment.DEFAULT.withDepth(3).withWidth(8).withSamples(5);
        var solver = lab.solver(kernel, MemoryBudget.ofHeap());
        List<Series<A>> answers = new ArrayList<>();
        for (Experiment each : List.of(experiment, experiment.withDepth(5).withGain(3))) {
            answers.add(
                    new Series<>(
                            each.label(),
                            answers.size(),
                            answers.isEmpty() ? Series.Role.LIVE : Series.Role.PINNED,
                            solver.solve(
                                    new Question<>(each, lab.opening()),
                                    Cancellation.NEVER,
                                    ProgressListener.none())));
        }
        int checked = 0;
        List<View<A>> views = lab.views(answers.getFirst().values());
        assertTrue(!views.isEmpty(), lab.key());
        for (View<A> view : views) {
            for (List<Series<A>> shown : List.of(answers.subList(0, 1), answers)) {
                Figure figure =
                        new Figure(
                                new Figure.Part(view.label(), view.chart(shown), 1), "of a test");
                BufferedImage image =
                        FigureImage.render(figure, SIZE, Palette.LIGHT, PixelScale.X1);
                assertTrue(colours(image) > 3, lab.key() + " " + view.key() + " is blank");
                if (shown.size() > 1) {
                    assertSameMarks(figure, lab.key() + " " + view.key());
                }
                checked++;
            }
        }
        return checked;
    }

    private void assertSameMarks(Figure figure, String message) {
        for (PictureForm form : List.of(PictureForm.SVG, PictureForm.PDF)) {
            try {
                Path file = directory.resolve("a." + form.key());
                new PictureFile(figure, SIZE, Palette.LIGHT, PixelScale.X1)
                        .write(file, form, "--depth 3");
                assertEquals(Optional.of("--depth 3"), PictureFile.readSessionText(file));
                assertEquals(Marks.painted(figure, SIZE), Marks.of(file), message);
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        }
    }

    private static int colours(BufferedImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int pixel :
                image.getRGB(
                        0,
                        60,
                        image.getWidth(),
                        image.getHeight() - 120,
                        null,
                        0,
                        image.getWidth())) {
            colours.add(pixel);
        }
        return colours.size();
    }
}
