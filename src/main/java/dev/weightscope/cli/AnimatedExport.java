package dev.weightscope.cli;

import dev.weightscope.animation.LastAnswer;
import dev.weightscope.animation.SweptQuestion;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.Series;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Pace;
import dev.weightscope.lab.Question;
import dev.weightscope.session.Pin;
import dev.weightscope.session.PinNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import picocli.CommandLine.ParseResult;

/// A lab's pictures while one number goes its way, with the pinned settings standing still beside
/// it.
///
/// @param pictures which, of a frame's answers
record AnimatedExport<S, A>(
        AskedLab<S, A> asked, Pictures<S, A> pictures, EngineSettings settings) {
    /// Which pictures there are of answers.
    @FunctionalInterface
    interface Pictures<S, A> {
        /// @param answers the live setting's first
        List<Picture<A>> of(SweptQuestion.At<S> frame, List<Series<A>> answers);
    }

    /// @param parsed says where to, how, and which number goes which way
    /// @param written told each file
    /// @throws Interrupted if it was
    /// @throws IOException whose message is one sentence, if a file cannot be written
    void write(ParseResult parsed, Consumer<Path> written) throws IOException {
        // Mistakes are told before anything is computed.
        Path directory = PictureOptions.directory(parsed);
        PictureStyle style = PictureOptions.style(parsed, PictureStyle.ANIMATION);
        int rate = AnimationOptions.rate(parsed);
        SweptQuestion<S> swept =
                SweptQuestion.of(asked.lab(), asked.question(), AnimationOptions.way(parsed));
        Cancellation interruption = asked.terminal().interruption();
        AnimationFiles files =
                new AnimationFiles(
                        swept.sweep(),
                        style,
                        rate,
                        note(asked.question()),
                        frame -> note(swept.frames().get(frame).question()),
                        asked.terminal());
        for (Map.Entry<String, List<Figure>> each : figures(swept, interruption).entrySet()) {
            files.write(directory, each.getKey(), each.getValue(), interruption).forEach(written);
        }
    }

    private String note(Question<S> question) {
        return new LabNote<>(asked.lab(), question, asked.pins()).text();
    }

    /// Of each picture that there is of every frame, by its key; the answers themselves are not
    /// kept.
    private SequencedMap<String, List<Figure>> figures(
            SweptQuestion<S> swept, Cancellation interruption) {
        Lab<S, A> lab = asked.lab();
        PinNames names = new PinNames(asked.pins());
        ProgressLine<String, A> line =
                new ProgressLine<>(
                        asked.terminal()::progress,
                        System::nanoTime,
                        List.of(""),
                        ProgressLine.Kept.WHOLE_ONES);
        Cancellation watched = line.watched(interruption);
        int count = swept.frames().size();
        Pace pace = new Pace(System::nanoTime);
        SequencedMap<String, List<Figure>> figures = new LinkedHashMap<>();
        try (Kernel kernel = settings.startKernel()) {
            LastAnswer<S, A> known =
                    new LastAnswer<>(lab.solver(kernel, settings.memory()), watched);
            List<Series<A>> beside = new ArrayList<>();
            for (Pin pin : asked.pins().kept()) {
                A answer = known.to(lab.beside(pin.experiment(), asked.question()));
                beside.add(new Series<>(names.of(pin), pin.colour(), Series.Role.PINNED, answer));
            }
            for (int i = 0; i < count; i++) {
                line.begun("").step(pace.step("computing frame", i + 1, count));
                SweptQuestion.At<S> frame = swept.frames().get(i);
                A answer = known.to(frame.question());
                List<Series<A>> answers = new ArrayList<>();
                String name = names.ofLive(frame.question().experiment());
                answers.add(new Series<>(name, 0, Series.Role.LIVE, answer));
                answers.addAll(beside);
                String caption = lab.caption(frame.question(), answer);
                for (Picture<A> each : pictures.of(frame, answers)) {
                    figures.computeIfAbsent(each.key(), _ -> new ArrayList<>())
                            .add(each.figure(answers, caption));
                }
            }
        } catch (CancelledException _) {
            throw new Interrupted("interrupted before anything was written");
        } finally {
            line.clear();
        }
        figures.values().removeIf(each -> each.size() < count);
        return figures;
    }
}
