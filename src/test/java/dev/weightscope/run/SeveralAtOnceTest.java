package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.Asker;
import dev.weightscope.lab.Computation;
import dev.weightscope.lab.GrowingLab;
import dev.weightscope.lab.ProgressListener;
import dev.weightscope.lab.Question;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Refusal;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Questions whose answers grow together.
@Timeout(30)
class SeveralAtOnceTest {
    private static final Question<Long> TWO = new Question<>(Experiment.DEFAULT.withGain(2), 3L);
    private static final Question<Long> THREE = new Question<>(Experiment.DEFAULT.withGain(3), 3L);

    private final BlockingQueue<Answer<Question<Long>, List<Double>>> delivered =
            new LinkedBlockingQueue<>();

    @Test
    void theirAnswersGrowTogether() throws InterruptedException {
        try (Kernel kernel = Kernels.scalar(1);
                Worker worker = new Worker()) {
            start(worker, kernel).request(List.of(TWO, THREE));
            assertEquals(new Answer.Partial<>(TWO, List.of(2.0)), delivered.take());
            assertEquals(new Answer.Partial<>(THREE, List.of(3.0)), delivered.take());
            assertEquals(new Answer.Partial<>(TWO, List.of(2.0, 4.0)), delivered.take());
            assertEquals(new Answer.Partial<>(THREE, List.of(3.0, 9.0)), delivered.take());
            assertEquals(new Answer.Complete<>(TWO, List.of(2.0, 4.0, 8.0)), delivered.take());
            assertEquals(new Answer.Complete<>(THREE, List.of(3.0, 9.0, 27.0)), delivered.take());
        }
    }

    @Test
    void aFewStepsLeaveThemWhereTheyAreAndTheNextGoOnFromThere() throws InterruptedException {
        try (Kernel kernel = Kernels.scalar(1);
                Worker worker = new Worker()) {
            LiveRun<Question<Long>, List<Double>> live = start(worker, kernel);
            live.request(List.of(TWO), 1);
            assertEquals(new Answer.Partial<>(TWO, List.of(2.0)), delivered.take());
            live.request(List.of(TWO), 0);
            live.request(List.of(TWO), 1);
            assertEquals(new Answer.Partial<>(TWO, List.of(2.0, 4.0)), delivered.take());
            live.request(List.of(TWO));
            assertEquals(new Answer.Complete<>(TWO, List.of(2.0, 4.0, 8.0)), delivered.take());
            assertTrue(delivered.isEmpty());
        }
    }

    @Test
    void whatFailsForAllIsTheAnswerToEachThatIsOpen() throws InterruptedException {
        Computation<String, Integer> failing =
                new Computation<>() {
                    @Override
                    public Integer solve(
                            String word,
                            Cancellation cancellation,
                            ProgressListener<Integer> listener) {
                        return word.length();
                    }

                    @Override
                    public void solveAll(
                            List<String> words,
                            Cancellation cancellation,
                            Asker<String, Integer> asker) {
                        asker.take("two", () -> 3);
                        asker.take(
                                "four",
                                () -> {
                                    throw new Refusal("four is refused");
                                });
                        throw new Refusal("too many words");
                    }
                };
        BlockingQueue<Answer<String, Integer>> answers = new LinkedBlockingQueue<>();
        try (Worker worker = new Worker()) {
            new LiveRun<>(worker, failing, Runnable::run, answers::add)
                    .request(List.of("one", "two", "three", "four"));
            assertEquals(new Answer.Complete<>("two", 3), answers.take());
            assertEquals(new Answer.Refused<>("four", "four is refused"), answers.take());
            assertEquals(new Answer.Refused<>("one", "too many words"), answers.take());
            assertEquals(new Answer.Refused<>("three", "too many words"), answers.take());
        }
    }

    @Test
    void whatIsLessUrgentIsAnsweredBesideTheMoreUrgentAllTheSame() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        BlockingQueue<Answer<String, Integer>> answers = new LinkedBlockingQueue<>();
        try (Worker urgent = new Worker();
                Worker behind = urgent.behind()) {
            Computation<String, Integer> busy =
                    (word, _, _) -> {
                        begun.countDown();
                        LiveRunFixture.awaitQuietly(end);
                        return word.length();
                    };
            new LiveRun<>(urgent, busy, Runnable::run, answers::add).request(List.of("urgent"));
            begun.await();
            Computation<String, Integer> small =
                    (word, cancellation, _) -> {
                        cancellation.throwIfCancelled();
                        return word.length();
                    };
            new LiveRun<>(behind, small, Runnable::run, answers::add).request(List.of("two"));
            assertEquals(new Answer.Complete<>("two", 3), answers.take());
            end.countDown();
            assertEquals(new Answer.Complete<>("urgent", 6), answers.take());
        }
    }

    private LiveRun<Question<Long>, List<Double>> start(Worker worker, Kernel kernel) {
        return new LiveRun<>(
                worker,
                new GrowingLab().solver(kernel, MemoryBudget.ofHeap()),
                Runnable::run,
                delivered::add);
    }
}
