package dev.weightscope.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.kernel.UnitDraw;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class WorkSpaceTest {
    @Test
    void noMoreThanAFractionOfAMillisecondOfWorkLiesBetweenTwoLooks() {
        record Case(String name, int elements, int between, Consumer<Cancellation> work) {}
        FMatrixRMaj wide = new FMatrixRMaj(700, 3000);
        FMatrixRMaj tall = new FMatrixRMaj(3000, 700);
        float[] known = new float[2_000_000];
        try (Kernel kernel = Kernels.scalar(1)) {
            UnitDraws draws = new UnitDraws(kernel, new LargeArrays());
            draws.beginRound(1L << 30);
            Drawing drawing =
                    new Drawing.Independent(
                            new UnitDraw.Uniform(), new RandomStream(1, 1, Purpose.WEIGHTS));
            float[] none = {};
            draws.get(drawing, known.length, none, Cancellation.NEVER);
            List<Case> cases =
                    List.of(
                            new Case(
                                    "copy",
                                    known.length,
                                    WorkSpace.COPIED_AT_ONCE,
                                    look ->
                                            WorkSpace.copy(
                                                    known,
                                                    new float[known.length],
                                                    known.length,
                                                    look)),
                            new Case(
                                    "a longer cut of known draws",
                                    known.length,
                                    WorkSpace.COPIED_AT_ONCE,
                                    look -> draws.get(drawing, known.length + 1, none, look)),
                            new Case(
                                    "transpose",
                                    wide.getNumElements(),
                                    WorkSpace.SQUARE * WorkSpace.SQUARE,
                                    look -> WorkSpace.transpose(wide, tall, look)));
            int checked = 0;
            for (Case each : cases) {
                AtomicInteger looks = new AtomicInteger();
                each.work().accept(() -> looks.incrementAndGet() < 0);
                assertTrue(
                        (long) looks.get() * each.between() >= each.elements(),
                        each.name() + ": " + looks + " looks");
                checked++;
            }
            assertEquals(3, checked);
        }
    }

    @Test
    void roomThatGrowsLittleByLittleIsSeldomMadeAnewWhereItMayGrowAhead() {
        AtomicInteger made = new AtomicInteger();
        LargeArrays arrays =
                new LargeArrays(length -> {
                    made.incrementAndGet();
                    return new float[length];
                });
        FMatrixRMaj room = new FMatrixRMaj();
        for (int elements = 1000; elements <= 4000; elements += 10) {
            WorkSpace.reserve(room, elements, arrays, Cancellation.NEVER);
            assertEquals(elements, room.data.length);
        }
        assertEquals(301, made.getAndSet(0));

        arrays.growAhead(true);
        WorkSpace.release(room);
        WorkSpace.reserve(room, 1000, arrays, Cancellation.NEVER);
        assertEquals(1000, room.data.length, "the first one is as long as it has to be");
        for (int elements = 1000; elements <= 4000; elements += 10) {
            WorkSpace.reserve(room, elements, arrays, Cancellation.NEVER);
            assertTrue(room.data.length >= elements, elements + " elements");
            assertTrue(
                    room.data.length <= elements + elements / LargeArrays.PART_AHEAD,
                    elements + " elements");
        }
        assertTrue(made.get() <= 8, made + " arrays for 301 lengths");
    }

    @Test
    void aTransposeHasItsRowsAsColumns() {
        int checked = 0;
        for (int[] shape : new int[][] {{1, 1}, {1, 200}, {64, 65}, {130, 63}}) {
            FMatrixRMaj in = new FMatrixRMaj(shape[0], shape[1]);
            FMatrixRMaj out = new FMatrixRMaj(shape[1], shape[0]);
            for (int i = 0; i < in.getNumElements(); i++) {
                in.data[i] = i;
            }
            WorkSpace.transpose(in, out, Cancellation.NEVER);
            for (int i = 0; i < shape[0]; i++) {
                for (int j = 0; j < shape[1]; j++) {
                    assertEquals(in.get(i, j), out.get(j, i));
                    checked++;
                }
            }
        }
        assertEquals(1 + 200 + 64 * 65 + 130 * 63, checked);
    }
}
