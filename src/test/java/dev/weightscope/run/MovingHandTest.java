package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.lab.ProgressListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is answered while a hand asks every 16 milliseconds, by a clock that the answers' own
/// computation moves.
@Timeout(30)
class MovingHandTest {
    private static final int QUESTIONS = 300;
    private static final long FRAME = 16;

    /// Without the pause, which goes by the time of the machine.
    private static final Haste HASTE =
            new Haste(
                    Haste.USUAL.firstAnswer(),
                    Haste.USUAL.wholeAnswer(),
                    Haste.USUAL.wholeEvery(),
                    Duration.ZERO,
                    Duration.ofHours(1));

    /// An answer with the moment of its delivery, in milliseconds.
    private record Seen(int question, boolean whole, long at) {
        long age() {
            return at - question * FRAME;
        }
    }

    /// A hand, and what computes for it, in milliseconds of a clock.
    private static final class Hand {
        private final AtomicLong nanos = new AtomicLong();
        private final List<Seen> seen = new ArrayList<>();
        private final CountDownLatch end = new CountDownLatch(1);
        private final long preview;
        private final long whole;
        private final LiveRun<Integer, String> live;
        private long now;
        private int asked;

        Hand(Worker[] started, long preview, long whole) {
            this.preview = preview;
            this.whole = whole;
            started[0] = new Worker(HASTE, nanos::get);
            live = new LiveRun<>(started[0], this::solve, Runnable::run, this::take);
            live.request(List.of(0));
        }

        private String solve(
                int question, Cancellation cancellation, ProgressListener<String> listener) {
            pass(preview, cancellation);
            listener.partial("part", Duration.ofMillis(whole));
            pass(whole, cancellation);
            return "whole";
        }

        /// Nothing is computed until the hand asks again.
        private void rest() {
            long untilNext = FRAME - now % FRAME;
            pass(untilNext, Cancellation.NEVER);
        }

        private void pass(long millis, Cancellation cancellation) {
            for (long i = 0; i < millis; i++) {
                cancellation.throwIfCancelled();
                now++;
                nanos.set(Duration.ofMillis(now).toNanos());
                if (now % FRAME == 0 && asked < QUESTIONS) {
                    live.request(List.of(++asked));
                }
            }
            cancellation.throwIfCancelled();
        }

        private void take(Answer<Integer, String> answer) {
            boolean isWhole = answer instanceof Answer.Complete;
            seen.add(new Seen(answer.question(), isWhole, now));
            if (isWhole && answer.question() == QUESTIONS) {
                end.countDown();
            } else if (isWhole && answer.question() == asked) {
                rest();
            }
        }
    }

    private static List<Seen> seen(long preview, long whole) throws InterruptedException {
        Worker[] started = new Worker[1];
        Hand hand = new Hand(started, preview, whole);
        hand.end.await();
        started[0].close();
        return hand.seen;
    }

    @Test
    void wholeAnswersComeAsOftenAsTheyLeaveTimeForThePictureToMove() throws InterruptedException {
        record Case(long preview, long whole, long wholes, long longestStill) {}
        List<Case> table =
                List.of(
                        new Case(2, 10, 301, 10), // there is time for all of them
                        new Case(6, 30, 31, 30),
                        new Case(6, 40, 31, 40),
                        new Case(8, 50, 28, 50),
                        new Case(8, 80, 21, 80),
                        // Not within a tenth of a second: that of the hand at rest.
                        new Case(8, 92, 1, 16),
                        new Case(8, 110, 1, 16));
        List<Case> found = new ArrayList<>();
        for (Case each : table) {
            List<Seen> seen = seen(each.preview, each.whole);
            List<Seen> moving = seen.subList(0, seen.size() - 1);
            long still = 0;
            for (int i = 1; i < moving.size(); i++) {
                assertTrue(moving.get(i - 1).question <= moving.get(i).question, "in order");
                still = Math.max(still, moving.get(i).at - moving.get(i - 1).at);
            }
            assertTrue(moving.stream().allMatch(shown -> shown.age() < 100), each.toString());
            long wholes = seen.stream().filter(Seen::whole).count();
            found.add(new Case(each.preview, each.whole, wholes, still));
        }
        assertEquals(table, found);
    }
}
