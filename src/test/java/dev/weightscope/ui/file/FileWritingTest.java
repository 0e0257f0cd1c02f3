package dev.weightscope.ui.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.weightscope.run.Background;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FileWritingTest {
    private final List<String> written = new CopyOnWriteArrayList<>();

    @Test
    void whatIsStillBeingWrittenAtTheEndIsNotWrittenOverTheNewest() throws InterruptedException {
        // A toolkit that is about to end delivers nothing.
        FileWriting writing = new FileWriting(new Background(_ -> {}));
        Path file = Path.of("mine.weightscope");
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        writing.write(
                file,
                () -> {
                    begun.countDown();
                    awaitWhateverComes(mayEnd);
                    written.add("older");
                    ended.countDown();
                },
                _ -> {});
        begun.await();
        writing.write(file, () -> written.add("newer"), _ -> {});
        Thread closing = Thread.ofPlatform().start(writing::finish);
        while (closing.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
        mayEnd.countDown();
        closing.join();
        ended.await();
        assertEquals(List.of("older", "newer"), written);
    }

    /// As writing to a disk, which no interrupt ends.
    private static void awaitWhateverComes(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }
}
