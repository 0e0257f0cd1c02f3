package dev.weightscope.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.kernel.RandomStream;
import dev.weightscope.kernel.RandomStream.Purpose;
import dev.weightscope.model.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which samples a step takes, and which are left for testing.
class OrderTest {
    private static final int ROWS = 10;

    /// Row i has the feature i and the class i % 2.
    private static TrainingData data() {
        float[] values = new float[ROWS];
        int[] classes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = i;
            classes[i] = i % 2;
        }
        return new TrainingData("counted", 1, values, new Target.Classes(2, classes));
    }

    /// The features of each batch.
    private static List<List<Float>> batches(TrainingPlan plan, long seed, int steps) {
        TrainingSet set = TrainingSet.of(data(), TestSplit.NONE);
        List<List<Float>> all = new ArrayList<>();
        try (Kernel kernel = Kernels.scalar(1)) {
            Batches batches = new Batches(set.train(), plan, seed);
            Products products = new Products(kernel);
            for (int step = 0; step < steps; step++) {
                batches.turnTo(step, products, Cancellation.NEVER);
                List<Float> features = new ArrayList<>();
                for (int i = 0; i < batches.count(); i++) {
                    float feature = batches.input().values()[i];
                    assertEquals(feature % 2, batches.targets()[i]);
                    assertEquals(
                            feature,
                            batches.bySample()
                                    .values()[
                                    batches.bySample().at() + i * batches.bySample().stride()]);
                    features.add(feature);
                }
                all.add(features);
            }
        }
        return all;
    }

    @Test
    void anEpochTakesEverySampleOnceAndTheLastBatchIsSmaller() {
        TrainingPlan plan = TrainingPlan.NOTEBOOK.withBatch(4);
        List<List<Float>> two = batches(plan, 1, 6);
        assertEquals(List.of(4, 4, 2, 4, 4, 2), two.stream().map(List::size).toList());
        List<List<Float>> epochs =
                IntStream.of(0, 3)
                        .mapToObj(from ->
                                two.subList(from, from + 3).stream().flatMap(List::stream).toList())
                        .toList();
        for (List<Float> epoch : epochs) {
            assertEquals(ROWS, new HashSet<>(epoch).size());
        }
        assertFalse(epochs.get(0).equals(epochs.get(1)), "each epoch has an order of its own");
        assertEquals(two, batches(plan, 1, 6));
        assertFalse(two.equals(batches(plan, 2, 6)), "each seed too");
    }

    @Test
    void inTheGivenOrderABatchIsTheNextRows() {
        TrainingPlan plan = TrainingPlan.NOTEBOOK.withBatch(4).withOrder(SampleOrder.GIVEN);
        List<Float> third = List.of(8f, 9f);
        List<List<Float>> four = batches(plan, 1, 4);
        assertEquals(third, four.get(2));
        assertEquals(List.of(0f, 1f, 2f, 3f), four.get(3));
    }

    @Test
    void everyOrderOfThreeIsAsLikelyAsAnother() {
        Set<String> orders = new HashSet<>();
        int[] firsts = new int[3];
        for (int epoch = 0; epoch < 600; epoch++) {
            int[] order =
                    Permutations.shuffled(
                            3, new RandomStream(9, epoch, Purpose.ORDER), Cancellation.NEVER);
            orders.add(Arrays.toString(order));
            firsts[order[0]]++;
        }
        assertEquals(6, orders.size());
        for (int first : firsts) {
            assertEquals(200, first, 4 * Math.sqrt(600 * 2 / 9.0));
        }
    }

    @Test
    void aSplitLeavesItsShareAndNoRowTwice() {
        TrainingSet last = TrainingSet.of(data(), new TestSplit(0.25, SampleOrder.GIVEN, 1));
        assertEquals(3, last.testRows());
        assertArrayEquals(new float[] {1, 0, 1}, Objects.requireNonNull(last.test()).targets());
        TrainingSet drawn = TrainingSet.of(data(), new TestSplit(0.5, SampleOrder.SHUFFLED, 1));
        assertEquals(5, drawn.trainRows());
        assertEquals(5, drawn.testRows());
        Refusal refusal =
                assertThrows(Refusal.class, () -> new TestSplit(0.6, SampleOrder.SHUFFLED, 0));
        assertEquals("test share 0.6 is outside 0..0.5", refusal.getMessage());
    }
}
