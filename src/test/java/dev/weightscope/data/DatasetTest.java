package dev.weightscope.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.data.Dataset.Target;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.CancelledException;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DrawnPoints;
import dev.weightscope.model.Refusal;
import dev.weightscope.model.Scaling;
import dev.weightscope.option.SettingsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetTest {
    @TempDir Path folder;

    @Test
    void wordsOfTheTargetAreClassesInTheOrderOfTheirFirstRows() throws IOException {
        Dataset iris = read("5.1,3.5,setosa\n4.9,3.0,setosa\n7.0,3.2,versicolor\n", "");
        Target.Classes target = (Target.Classes) iris.target();
        assertEquals(List.of("setosa", "versicolor"), target.labels());
        assertArrayEquals(new int[] {0, 0, 1}, target.classes());
        assertEquals(List.of("column 1", "column 2"), iris.features());
    }

    @Test
    void wholeNumbersOfTheTargetAreClassesInTheirOwnOrder() throws IOException {
        Target.Classes target = (Target.Classes) read("x,class\n1,7\n2,3\n4,7\n", "").target();
        assertEquals(List.of("3", "7"), target.labels());
        assertArrayEquals(new int[] {1, 0, 1}, target.classes());
    }

    @Test
    void otherNumbersOfTheTargetAreQuantities() throws IOException {
        String text = "x,price\n1,2.5\n2,3.5\n4,9\n";
        record Case(String scaling, float[] values, String said) {}
        // mean 5, population variance (2.5² + 1.5² + 4²) / 3 = 49 / 6
        float std = (float) Math.sqrt(49 / 6.0);
        float[] asTheyAre = {2.5f, 3.5f, 9};
        for (Case each :
                List.of(
                        new Case(
                                "standard",
                                new float[] {-2.5f / std, -1.5f / std, 4 / std},
                                "price, a number, standardized"),
                        new Case("unit", asTheyAre, "price, a number"),
                        new Case("none", asTheyAre, "price, a number"))) {
            Dataset prices = read(text, "--target price --scaling " + each.scaling);
            assertArrayEquals(each.values, ((Target.Values) prices.target()).values(), 1e-6f);
            assertEquals(each.said, prices.targetText());
        }
    }

    /// What is no float in its own unit is one once it is standardized.
    @Test
    void aQuantityBeyondFloatsIsLearntStandardizedAlone() throws IOException {
        String text = "x,price\n1,2.5\n3,-1e39\n";
        Dataset prices = read(text, "--target price");
        assertArrayEquals(new float[] {1, -1}, ((Target.Values) prices.target()).values());
        Refusal refusal =
                assertThrows(Refusal.class, () -> read(text, "--target price --scaling none"));
        assertTrue(
                String.valueOf(refusal.getMessage())
                        .endsWith(
                                "line 3, column 2 (price): \"-1e39\" is too large a number to"
                                        + " learn; the target's numbers must lie within ±3.4e38;"
                                        + " give them in another unit"),
                refusal::getMessage);
    }

    @Test
    void aQuantityThatIsTheSameInAllRowsIsStandardizedTo0() throws IOException {
        Dataset same = read("x,price\n1,2.5\n2,2.5\n4,2.5\n", "--target price");
        assertArrayEquals(new float[3], ((Target.Values) same.target()).values());
    }

    @Test
    void pixelsAreDividedByTheLargestOfAllOrStayAsTheyAre() throws IOException {
        record Case(String more, List<Double> values, String summary) {}
        List<Case> cases =
                List.of(
                        new Case("", List.of(-1.0, 0.0, 1.0, 0.0), ""),
                        new Case(
                                " --scaling unit", List.of(0.0, 0.2, 1.0, 0.2), "divided by 255, "),
                        new Case(
                                " --scaling none",
                                List.of(0.0, 51.0, 255.0, 51.0),
                                "not scaled, "));
        for (Case each : cases) {
            Dataset pixels = read("a,b,class\n0,51,x\n255,51,y\n", "--target class" + each.more());
            assertEquals(
                    each.values(),
                    IntStream.range(0, 4)
                            .mapToObj(i -> Math.round(1e6 * pixels.values()[i]) / 1e6)
                            .toList());
            assertEquals(
                    ", separated, header, " + each.summary() + "2 rows x 2 columns",
                    pixels.table().summary().split(";")[0]);
        }
        assertEquals(3, cases.size());
        float[] zeros = read("a,class\n0,x\n0,y\n", "--scaling unit").values();
        assertArrayEquals(new float[] {0, 0}, zeros);
    }

    @Test
    void aBundledImageIsScaledAsIsAsked() {
        DataReading unit = DataReading.DEFAULT.withScaling(Scaling.UNIT);
        float[] shares = DataTables.dataset("mnist", unit, Cancellation.NEVER).values();
        float[] pixels =
                DataTables.dataset("mnist", unit.withScaling(Scaling.NONE), Cancellation.NEVER)
                        .values();
        assertEquals(2000 * 784, pixels.length);
        for (int i = 0; i < pixels.length; i++) {
            assertEquals((float) (pixels[i] / 255.0), shares[i]);
        }
    }

    @Test
    void aRowWhoseTargetIsMissingIsDroppedWithItsFeatures() throws IOException {
        Dataset kept = read("x,y,class\n1,2,a\nNA,3,b\n4,5,\n7,9,b\n", "--missing drop");
        assertArrayEquals(new int[] {0, 1}, ((Target.Classes) kept.target()).classes());
        assertArrayEquals(new float[] {-1, -1, 1, 1}, kept.values());
    }

    @Test
    void aRowIsDroppedForAMissingTargetAndNotForItsManyDifferentOnes() throws IOException {
        StringBuilder text = new StringBuilder("x,y,price\n0,1,\n");
        IntStream.range(0, 10_002)
                .forEach(row -> text.append("%d,%d,%d.5\n".formatted(row % 7, row % 3, row)));
        Dataset kept = read(text.toString(), "--missing drop --target price --scaling none");
        float[] prices = new float[10_002];
        IntStream.range(0, prices.length).forEach(row -> prices[row] = row + 0.5f);
        assertArrayEquals(prices, ((Target.Values) kept.target()).values());
    }

    @Test
    void aHugeWholeNumberIsAClassAsGoodAsAnother() throws IOException {
        assertEquals(
                List.of("0", "1e39"),
                ((Target.Classes) read("x,class\n1,0\n2,1e39\n", "").target()).labels());
    }

    @Test
    void anAttributeWithAVeryLongNameIsRead() throws IOException {
        String name = "a\\'b".repeat(50_000);
        Dataset arff =
                read(
                        "@relation r\n@attribute '%s' numeric\n@attribute \"%s\" numeric\n"
                                        .formatted(name, name)
                                + "@attribute class {a,b}\n@data\n1,2,a\n2,1,b\n",
                        "");
        assertEquals(List.of("a'b".repeat(50_000), "a'b".repeat(50_000)), arff.features());
    }

    @Test
    void withoutATargetNothingCanBeLearnt() throws IOException {
        String[][] table = {
            {
                "x,y\n1,2\n3,5\n",
                "FILE names no target to learn; say which column with --target NAME, or --target"
                        + " last"
            },
            {
                "x,class\n1,2\n3,2\n",
                "FILE: the target class has one class alone; it needs at least two"
            },
            {
                "x,class\n1,a\n3,\n",
                "FILE line 3, column 2 (class): \"\" is a missing value of the target; leave such"
                        + " rows out with --missing drop"
            },
            {
                "x,class\n" + "1,2\n2,3.5\n".repeat(10) + "3,oops\n",
                "FILE line 22, column 2 (class): \"oops\" is not a number, as the other values of"
                        + " the target are; mend it, or empty it and leave such rows out with"
                        + " --missing drop, or choose another column with --target NAME"
            },
            {
                "x,class\n"
                        + IntStream.range(0, 10_001)
                                .mapToObj("1,w%d\n"::formatted)
                                .collect(Collectors.joining()),
                "FILE: the target class has more than 10000 different words; choose another column"
                        + " with --target NAME"
            },
        };
        int checked = 0;
        for (String[] row : table) {
            Refusal refusal = assertThrows(Refusal.class, () -> read(row[0], ""));
            assertEquals(
                    row[1],
                    String.valueOf(refusal.getMessage())
                            .replace(folder.resolve("data.csv").toString(), "FILE"));
            checked++;
        }
        assertEquals(5, checked);
    }

    @Test
    void theBundledSetsHaveTheirPublishedClasses() {
        String[][] table = {
            {"breast-cancer", "[212, 357]"},
            {"digits", "[178, 182, 177, 183, 181, 182, 181, 179, 174, 180]"},
            {"mnist", "[200, 200, 200, 200, 200, 200, 200, 200, 200, 200]"},
            {"moons", "[500, 500]"},
            {"circles", "[500, 500]"},
            {"spirals", "[500, 500]"},
            {"blobs", "[500, 500]"},
        };
        int checked = 0;
        for (String[] row : table) {
            Target.Classes target =
                    (Target.Classes)
                            DataTables.dataset(row[0], DataReading.DEFAULT, Cancellation.NEVER)
                                    .target();
            int[] counts = new int[target.labels().size()];
            Arrays.stream(target.classes()).forEach(each -> counts[each]++);
            assertEquals(row[1], Arrays.toString(counts), row[0]);
            checked++;
        }
        assertEquals(DataTables.keys().size(), checked);
    }

    @Test
    void withoutNoiseTheCurvesAreThoseOfTheirFormulas() {
        DrawnPoints exact = new DrawnPoints(7, 0, 3);
        double[][] circles = DrawnData.CIRCLES.coordinates(exact);
        double[][] moons = DrawnData.MOONS.coordinates(exact);
        int checked = 0;
        for (int point = 0; point < 7; point++) {
            boolean isFirst = point < 4;
            assertEquals(
                    isFirst ? 1 : 0.5, Math.hypot(circles[0][point], circles[1][point]), 1e-15);
            assertEquals(
                    1,
                    isFirst
                            ? Math.hypot(moons[0][point], moons[1][point])
                            : Math.hypot(moons[0][point] - 1, moons[1][point] - 0.5),
                    1e-15);
            checked++;
        }
        assertEquals(7, checked);
    }

    @Test
    void aDrawIsAFunctionOfItsSeedAndNoiseMovesPointsAlone() {
        int checked = 0;
        for (DrawnData data : DrawnData.values()) {
            double[][] one = data.coordinates(new DrawnPoints(50, 0.5, 1));
            assertArrayEquals(one, data.coordinates(new DrawnPoints(50, 0.5, 1)));
            double[][] exact = data.coordinates(new DrawnPoints(50, 0, 1));
            double[][] twice = data.coordinates(new DrawnPoints(50, 1, 1));
            assertEquals(
                    twice[1][49] - exact[1][49],
                    2 * (one[1][49] - exact[1][49]),
                    1e-12,
                    data.key());
            assertEquals(
                    false, Arrays.deepEquals(one, data.coordinates(new DrawnPoints(50, 0.5, 2))));
            checked++;
        }
        assertEquals(4, checked);
    }

    private Dataset read(String text, String options) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), text);
        return DataTables.dataset(
                file.toString(),
                new SettingsText<>(DataOptions.ALL).parse(options),
                Cancellation.NEVER);
    }

    @Test
    void aLongTableIsLookedAtOftenWhileItIsRead() throws IOException {
        int rows = 20_000;
        int columns = 10;
        String two = "1.5,2.5,-3,4e2,5,6,7,8,9,yes\n1,2,3,4,5,6,7,8,9,no\n";
        Path file = Files.writeString(folder.resolve("long.csv"), two.repeat(rows / 2));
        int checked = 0;
        for (String options : List.of("", "--missing drop", "--scaling unit")) {
            DataReading reading =
                    new SettingsText<>(DataOptions.ALL).parse("--target last " + options);
            AtomicInteger looks = new AtomicInteger();
            DataTables.dataset(file.toString(), reading, () -> looks.incrementAndGet() < 0);
            // some hundred nanoseconds each
            assertTrue(rows * columns / looks.get() < 1 << 14, looks + " looks");
            int all = looks.getAndSet(0);
            assertThrows(
                    CancelledException.class,
                    () ->
                            DataTables.dataset(
                                    file.toString(), reading, () -> looks.incrementAndGet() >= 5));
            assertEquals(5, looks.get());
            assertTrue(all > 5);
            checked++;
        }
        assertEquals(3, checked);
    }
}
