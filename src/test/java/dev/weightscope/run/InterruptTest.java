package dev.weightscope.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptTest {
    @Test
    void theEndOfTheProgramWaitsUntilWhatIsThereIsWritten() throws InterruptedException {
        Interrupt interrupt = new Interrupt();
        interrupt.listen();
        assertFalse(interrupt.isCancelled());
        Thread end = Thread.ofPlatform().start(interrupt::end);
        while (!interrupt.isCancelled()) {
            Thread.onSpinWait();
        }
        assertTrue(end.isAlive());
        interrupt.close();
        end.join();
    }

    @Test
    void oneThatNobodyListensToEndsNothing() {
        Interrupt interrupt = new Interrupt();
        interrupt.close();
        interrupt.close();
        assertFalse(interrupt.isCancelled());
    }
}
