package dev.weightscope.cli;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.lab.Answered;
import dev.weightscope.lab.Lab;
import dev.weightscope.lab.Named;
import dev.weightscope.lab.Question;
import dev.weightscope.model.Experiment;
import dev.weightscope.session.Pin;
import dev.weightscope.session.PinNames;
import dev.weightscope.session.Pins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A lab that is asked about an experiment and what is compared with it.
record AskedLab<S, A>(Lab<S, A> lab, Question<S> question, Pins pins, Terminal terminal) {
    /// What there is of the answers: the experiment's own first.
    ///
    /// @param isWhole whether nobody interrupted
    record Result<S, A>(List<Named<S, A>> answers, boolean isWhole) {}

    /// Computes; Ctrl+C ends it with what is there.
    ///
    /// @throws Interrupted if nothing is there then
    Result<S, A> solve(EngineSettings settings) {
        Map<Question<S>, String> labels = labels();
        List<Question<S>> questions = List.copyOf(labels.keySet());
        ProgressLine<Question<S>, A> line =
                new ProgressLine<>(
                        terminal::progress,
                        System::nanoTime,
                        questions,
                        lab.isLong() ? ProgressLine.Kept.PARTS_TOO : ProgressLine.Kept.WHOLE_ONES);
        Cancellation interruption = line.watched(terminal.interruption());
        boolean isWhole = true;
        try (Kernel kernel = settings.startKernel(lab.headStart())) {
            lab.solver(kernel, settings.memory()).solveAll(questions, interruption, line);
        } catch (CancelledException _) {
            isWhole = false;
        } finally {
            line.clear();
        }
        Map<Question<S>, A> answers = line.answers();
        if (answers.isEmpty()) {
            throw new Interrupted("interrupted before there was anything to print");
        }
        List<Named<S, A>> named = new ArrayList<>();
        labels.forEach((asked, label) -> {
            A answer = answers.get(asked);
            if (answer != null) {
                named.add(new Named<>(label, new Answered<>(lab, asked, answer)));
            }
        });
        return new Result<>(List.copyOf(named), isWhole);
    }

    private Map<Question<S>, String> labels() {
        PinNames names = PinNames.beside(question.experiment(), pins);
        Map<Question<S>, String> all = new LinkedHashMap<>();
        all.put(question, names.ofLive(question.experiment()));
        for (Pin pin : pins.kept()) {
            all.putIfAbsent(question(pin.experiment()), names.of(pin));
        }
        Map<Question<S>, String> labels = new LinkedHashMap<>();
        all.forEach((each, label) -> labels.put(lab.among(each, labels.size(), all.size()), label));
        return labels;
    }

    private Question<S> question(Experiment experiment) {
        return new Question<>(experiment, question.settings());
    }
}
