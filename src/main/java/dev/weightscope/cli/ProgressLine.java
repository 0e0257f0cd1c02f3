package dev.weightscope.cli;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.model.Step;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Takes the answers to questions, and meanwhile says on a terminal how far they are: those that
/// are done, and where the one is that is furthest from its end.
///
/// @param <Q> what is asked
/// @param <A> what is answered
final class ProgressLine<Q, A> implements Asker<Q, A> {
    /// A short computation says nothing.
    private static final long FIRST_NANOS = 400_000_000;

    private static final long NEXT_NANOS = 100_000_000;

    /// What is done where no step is known.
    private static final String COMPUTING = "computing";

    private final Supplier<Optional<PrintStream>> terminal;
    private final LongSupplier clock;
    private final int questions;
    private final boolean keepsParts;
    private final Map<Q, Step> steps = new LinkedHashMap<>();
    private final Map<Q, A> parts = new LinkedHashMap<>();
    private final Map<Q, A> answers = new LinkedHashMap<>();
    private volatile long next;
    private boolean isOver;
    private int written;

    /// What of the answers is kept.
    enum Kept {
        WHOLE_ONES,
        /// Where a whole one is missing, the part that there is.
        PARTS_TOO
    }

    /// @param terminal where the line is seen; asked once there is something to say
    /// @param clock nanoseconds
    ProgressLine(
            Supplier<Optional<PrintStream>> terminal,
            LongSupplier clock,
            List<Q> questions,
            Kept kept) {
        this.terminal = terminal;
        this.clock = clock;
        this.questions = questions.size();
        keepsParts = kept == Kept.PARTS_TOO;
        next = clock.getAsLong() + FIRST_NANOS;
    }

    @Override
    public ProgressListener<A> begun(Q question) {
        return new ProgressListener<>() {
            @Override
            public void step(Step step) {
                at(question, step);
            }

            @Override
            public void partial(A answer) {
                if (keepsParts) {
                    parts.put(question, answer);
                }
            }
        };
    }

    private void at(Q question, Step step) {
        synchronized (steps) {
            steps.put(question, step);
        }
        show();
    }

    /// A failure is the caller's.
    @Override
    public void take(Q question, Supplier<A> answer) {
        A taken = answer.get();
        synchronized (steps) {
            answers.put(question, taken);
            steps.remove(question);
        }
    }

    /// As another cancellation, and whoever looks at it moves the line on: so there is one while a
    /// step takes long, and before the first. Safe for use by several threads.
    Cancellation watched(Cancellation cancellation) {
        return () -> {
            show();
            return cancellation.isCancelled();
        };
    }

    /// The answers that there are, whole or in part, by their questions.
    Map<Q, A> answers() {
        Map<Q, A> all = new LinkedHashMap<>(parts);
        all.putAll(answers);
        return all;
    }

    /// Wipes the line away.
    void clear() {
        synchronized (steps) {
            isOver = true;
            write("");
        }
    }

    private void show() {
        long now = clock.getAsLong();
        if (now - next < 0) {
            return; // most looks
        }
        synchronized (steps) {
            if (now - next >= 0 && !isOver) {
                next = now + NEXT_NANOS;
                write(text());
            }
        }
    }

    /// `step 120 of 300; 3 of 8 done`; `computing` before the first step.
    private String text() {
        String place =
                steps.values().stream()
                        .min(
                                Comparator.comparingDouble(
                                        step -> (double) step.number() / step.total()))
                        .map(Step::label)
                        .orElse(COMPUTING);
        return questions == 1
                ? place
                : "%s; %d of %d done".formatted(place, answers.size(), questions);
    }

    private void write(String text) {
        if (text.length() + written > 0) {
            terminal.get()
                    .ifPresent(err -> {
                        err.print("\r" + text + " ".repeat(Math.max(0, written - text.length())));
                        err.print(text.isEmpty() ? "\r" : "");
                        err.flush();
                    });
            written = text.length();
        }
    }
}
