package dev.weightscope.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.memory.MemoryNeed.Part;
import dev.weightscope.model.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final long MIB = 1 << 20;

    @Test
    void labsDrawFromOneBudget() {
        MemoryBudget budget = new MemoryBudget(100 * MIB, 30 * MIB);
        MemoryBudget.Claim first = budget.open();
        MemoryBudget.Claim second = budget.open();
        first.take(need(60));
        assertEquals(40 * MIB, second.available());
        assertEquals(100 * MIB, first.available());
        assertEquals(
                "this picture needs 41.0 MiB, this program may use 40.0 MiB; fewer pixels would"
                        + " fit",
                assertThrows(Refusal.class, () -> second.take(need(41))).getMessage());
        second.take(need(40));
        first.take(need(10));
        assertEquals(90 * MIB, second.available(), "a claim replaces the one before");
        first.giveBack();
        assertEquals(100 * MIB, second.available());
    }

    @Test
    void whatIsKeptForSpeedIsBoundedAndGivesWayToWhatIsNeeded() {
        MemoryBudget budget = new MemoryBudget(100 * MIB, 30 * MIB);
        MemoryBudget.Claim first = budget.open();
        MemoryBudget.Claim second = budget.open();
        assertEquals(30 * MIB, first.keepBeside(10 * MIB));
        assertEquals(60 * MIB, second.available());
        assertEquals(20 * MIB, second.keepBeside(40 * MIB));
        assertEquals(0, second.keepBeside(60 * MIB));
    }

    @Test
    void littleIsKeptUnlessMoreIsAskedFor() {
        long quarter = Runtime.getRuntime().maxMemory() / 4;
        assertEquals(Math.min(640 * MIB, quarter), MemoryBudget.standardKeep());
        assertTrue(MemoryBudget.ofHeap(3L << 30).open().keepBeside(0) <= 3L << 30);
    }

    @Test
    void theRemedyIsThatOfTheLargestPart() {
        List<Part> parts =
                List.of(new Part(3, "fewer samples"), new Part(5, "fewer bins"), new Part(4, "x"));
        MemoryNeed need = new MemoryNeed("this experiment", parts);
        assertEquals(12, need.bytes());
        assertEquals("fewer bins", need.remedy());
        OutOfMemoryError cause = new OutOfMemoryError();
        Refusal refusal = need.noRoom(cause, "fewer threads");
        assertSame(cause, refusal.getCause());
        assertEquals(
                "there is not enough memory left for this experiment, which needs 0.0 MiB; fewer"
                        + " bins or fewer threads would fit",
                refusal.getMessage());
    }

    @Test
    void whatRunsOutOfMemoryIsRefusedWithTheRemedy() {
        MemoryNeed picture = new MemoryNeed("a picture", 5 * MIB, "smaller --pixels");
        assertEquals("done", picture.use(() -> "done"));
        assertEquals(
                "there is not enough memory left for a picture, which needs 5.0 MiB; smaller"
                        + " --pixels would fit",
                assertThrows(
                                Refusal.class,
                                () ->
                                        picture.use(() -> {
                                            throw new OutOfMemoryError("as if");
                                        }))
                        .getMessage());
    }

    private static MemoryNeed need(long mebibytes) {
        return new MemoryNeed("this picture", mebibytes * MIB, "fewer pixels");
    }
}
