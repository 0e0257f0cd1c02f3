package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.FanMode;
import dev.weightscope.model.Law;
import dev.weightscope.network.DrawnWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class LawMatchTest {
    private static final DrawnWeights DRAWS = new DrawnWeights();

    @AfterAll
    static void close() {
        DRAWS.close();
    }

    private static LawMatch match(float[] values, TensorRole role) {
        return match(TensorValues.of(values), role, Grid.FLOAT32);
    }

    private static LawMatch match(TensorValues values, TensorRole role, Grid grid) {
        return LawMatch.of(values, TensorSurvey.of(values), role, grid);
    }

    private static List<String> names(LawMatch match) {
        return match.laws().stream()
                .map(FittingLaw::law)
                .map(each ->
                        each.key()
                                + (each.gain() == 1 ? "" : " %.4f".formatted(each.gain()))
                                + each.fan()
                                        .filter(fan -> fan == FanMode.FAN_OUT)
                                        .map(fan -> " " + fan.key())
                                        .orElse(""))
                .toList();
    }

    @Test
    void equalLawsAreThereUnderAllTheirNamesTheSimplestFirst() {
        float[] square = DRAWS.draw(new Law.Uniform(Math.sqrt(3 / 256.0)), 1, 256, 256);
        LawMatch match = match(square, TensorRole.Weights.inByOut(256, 256));
        assertEquals(List.of("xavier-uniform", "lecun-uniform", "keras-dense"), names(match));
        assertEquals("xavier-uniform", match.law());
        assertEquals(Optional.empty(), match.nearest());
        assertEquals(List.of(Shape.UNIFORM), match.shapes());
        assertEquals(1 / 16.0, match.expectedStd(), 1e-12);
        FittingLaw first = match.laws().getFirst();
        for (FittingLaw each : match.laws()) {
            assertEquals(first.distance(), each.distance());
            assertEquals(first.pValue(), each.pValue());
        }
    }

    @Test
    void aLawOfFanInReadInTheOtherLayoutIsOneOfFanOut() {
        float[] values = DRAWS.draw(new Law.Normal(Math.sqrt(2 / 256.0)), 1, 256, 784);
        assertEquals(
                List.of("he-normal", "dl4j-relu", "lecun-normal 1.4142"),
                names(match(values, TensorRole.Weights.inByOut(256, 784))));
        assertEquals(
                List.of("he-normal fan_out", "dl4j-relu fan_out", "lecun-normal 1.4142 fan_out"),
                names(match(values, new TensorRole.Weights(256, 784, 784, 256))));
    }

    @Test
    void aConvolutionsFansAreTakenAsTheyAreGiven() {
        // 64 units of 48 channels and 3 x 3 pixels, as PyTorch stores them
        float[] values = DRAWS.draw(new Law.Normal(Math.sqrt(2 / (64 * 9.0))), 5, 64, 48 * 9);
        assertEquals(
                "he-normal fan_out",
                names(match(values, new TensorRole.Weights(64, 48 * 9, 48 * 9, 64 * 9)))
                        .getFirst());
    }

    @Test
    void biasesAndEmbeddingsHaveLawsOfTheirOwn() {
        record Case(Law law, int count, TensorRole role, String first) {}
        List<Case> cases =
                List.of(
                        new Case(
                                new Law.Uniform(1 / 28.0),
                                256,
                                new TensorRole.Bias(784),
                                "pytorch-linear"),
                        new Case(new Law.Constant(0), 256, new TensorRole.Bias(784), "zeros"),
                        new Case(new Law.Constant(0), 1, new TensorRole.Other(), "zeros"),
                        new Case(new Law.Constant(1), 16, new TensorRole.Other(), "constant"),
                        new Case(
                                new Law.Normal(1),
                                5000,
                                new TensorRole.Other(),
                                "pytorch-embedding"),
                        new Case(
                                new Law.Uniform(0.05),
                                5000,
                                new TensorRole.Other(),
                                "keras-embedding"),
                        new Case(new Law.Normal(0.02), 20_000, new TensorRole.Other(), "gpt2"),
                        new Case(
                                new Law.TruncatedNormal(0.02, 2),
                                20_000,
                                new TensorRole.Other(),
                                "bert"));
        for (Case each : cases) {
            LawMatch match = match(DRAWS.draw(each.law, 3, 1, each.count), each.role);
            assertEquals(each.first, match.law(), each.toString());
            assertEquals(List.of(each.first), names(match), each.toString());
        }
        assertEquals(8, cases.size());
    }

    @Test
    void whatHoldsExactlyIsNamedAloneWhateverElseTheEntriesLookLike() {
        record Case(Law law, int rows, int columns, String name, double std) {}
        List<Case> cases =
                List.of(
                        new Case(new Law.Orthogonal(1), 64, 64, "orthogonal", 1 / 8.0),
                        new Case(new Law.Orthogonal(0.3), 64, 64, "orthogonal 0.3000", 0.3 / 8),
                        new Case(
                                new Law.Orthogonal(Math.sqrt(2)),
                                50,
                                300,
                                "orthogonal 1.4142",
                                Math.sqrt(2.0 / 300)),
                        new Case(
                                new Law.Orthogonal(1), 300, 50, "orthogonal", Math.sqrt(1 / 300.0)),
                        new Case(new Law.Identity(1), 40, 60, "identity", Math.sqrt(59.0 / 3600)),
                        new Case(
                                new Law.Identity(0.5),
                                60,
                                40,
                                "identity 0.5000",
                                Math.sqrt(59.0 / 3600) / 2),
                        new Case(new Law.Constant(0.1f), 40, 60, "constant", 0),
                        new Case(new Law.Constant(0), 40, 60, "zeros", 0));
        for (Case each : cases) {
            LawMatch match =
                    match(
                            DRAWS.draw(each.law, 3, each.rows, each.columns),
                            TensorRole.Weights.inByOut(each.rows, each.columns));
            assertEquals(List.of(each.name), names(match), each.toString());
            assertEquals(each.std, match.expectedStd(), 1e-6, each.toString());
            assertEquals(1, match.laws().getFirst().pValue());
        }
        assertEquals(8, cases.size());
    }

    @Test
    void orthogonalWeightsThatHaveMovedALittleAreTrained() {
        float[] weights = DRAWS.draw(new Law.Orthogonal(1), 3, 128, 128);
        float[] moved = DRAWS.draw(new Law.Normal(0.01 / Math.sqrt(128)), 4, 128, 128);
        for (int i = 0; i < weights.length; i++) {
            weights[i] += moved[i];
        }
        LawMatch match = match(weights, TensorRole.Weights.inByOut(128, 128));
        assertEquals(LawMatch.TRAINED, match.law());
        assertEquals(List.of(Shape.NORMAL), match.shapes());
    }

    @Test
    void aFewDirectionsThatEntriesHardlyShowAreTraining() {
        int n = 256;
        float[] weights = DRAWS.draw(new Law.Normal(1 / Math.sqrt(n)), 3, n, n);
        double[] left = unit(n, 5);
        double[] right = unit(n, 6);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                weights[i * n + j] += (float) (3 * left[i] * right[j]);
            }
        }
        LawMatch match = match(weights, TensorRole.Weights.inByOut(n, n));
        assertEquals(LawMatch.TRAINED, match.law());
    }

    private static double[] unit(int n, long seed) {
        float[] draws = DRAWS.draw(new Law.Normal(1), seed, 1, n);
        double length =
                Math.sqrt(IntStream.range(0, n).mapToDouble(i -> draws[i] * draws[i]).sum());
        return IntStream.range(0, n).mapToDouble(i -> draws[i] / length).toArray();
    }

    @Test
    void ofFewNumbersLittleIsSaidButWhatFits() {
        LawMatch ten =
                match(DRAWS.draw(new Law.Normal(1), 3, 1, 10), TensorRole.Weights.inByOut(1, 10));
        assertEquals(LawMatch.UNKNOWN, ten.law());
        assertTrue(names(ten).contains("pytorch-embedding"), names(ten).toString());
        LawMatch one = match(new float[] {0.3f}, new TensorRole.Other());
        assertEquals(List.of(LawMatch.UNKNOWN), List.of(one.law()));
        assertEquals(LawMatch.UNKNOWN, match(new float[0], new TensorRole.Other()).law());
        assertEquals(
                LawMatch.UNKNOWN, match(new float[] {Float.NaN}, new TensorRole.Other()).law());
        assertEquals(Double.NaN, one.expectedStd());
    }

    @Test
    void noLawDrawsWhatIsNotFinite() {
        float[] values = DRAWS.draw(new Law.Normal(0.02), 3, 100, 100);
        values[77] = Float.NaN;
        TensorRole role = TensorRole.Weights.inByOut(100, 100);
        LawMatch match = match(values, role);
        assertEquals(LawMatch.UNKNOWN, match.law(), "what broke it is not known");
        assertEquals(List.of(), match.laws());
        assertEquals(1, match.notFinite());
        assertEquals("gpt2", match.nearest().orElseThrow().law().key());
        values[77] = 0;
        assertEquals(0, match(values, role).notFinite());
    }

    @Test
    void aDrawOfAScaleThatNoSchemeHasIsOfItsShape() {
        float[] values = DRAWS.draw(new Law.Normal(0.0333), 3, 100, 200);
        LawMatch match = match(values, TensorRole.Weights.inByOut(100, 200));
        assertEquals(LawMatch.TRAINED, match.law());
        assertEquals(List.of(), match.laws());
        assertEquals(List.of(Shape.NORMAL, Shape.CUT_3), match.shapes());
        assertTrue(match.nearest().orElseThrow().pValue() < 1e-6);
    }

    /// Numbers of so few bits that many are equal.
    @Test
    void coarseNumbersAreStillOfTheirLaw() {
        record Case(Law law, String first) {}
        int n = 400;
        List<Case> cases =
                List.of(
                        new Case(new Law.Uniform(Math.sqrt(6.0 / (2 * n))), "xavier-uniform"),
                        new Case(new Law.Normal(Math.sqrt(2.0 / n)), "he-normal"),
                        new Case(new Law.TruncatedNormal(0.02, 2), "bert"),
                        new Case(new Law.Orthogonal(1), "orthogonal"));
        for (Case each : cases) {
            float[] fine = DRAWS.draw(each.law, 11, n, n);
            for (Grid grid : List.of(Grid.BFLOAT16, Grid.FLOAT16, Grid.ofStep(1 / 1024.0))) {
                if (each.law instanceof Law.Orthogonal && grid.relative() == 0) {
                    continue;
                }
                double[] coarse =
                        IntStream.range(0, fine.length)
                                .mapToDouble(i -> rounded(fine[i], grid))
                                .toArray();
                LawMatch match =
                        match(TensorValues.of(coarse), TensorRole.Weights.inByOut(n, n), grid);
                assertEquals(each.first, match.law(), each + " " + grid);
            }
        }
        assertEquals(4, cases.size());
    }

    /// To the nearest number of the grid.
    private static double rounded(double x, Grid grid) {
        if (grid.relative() == 0) {
            double step = 2 * grid.absolute();
            return Math.rint(x / step) * step;
        }
        double ulp = Math.scalb(2 * grid.relative(), Math.getExponent(x));
        return Math.rint(x / ulp) * ulp;
    }

    @Test
    void aLargeTensorIsJudgedByASampleThatIsTheSameEachTime() {
        float[] values = DRAWS.draw(new Law.Normal(0.02), 3, 1100, 1000);
        List<Double> sample = ascending(ValueSample.of(TensorValues.of(values)));
        assertEquals(1 << 16, sample.size());
        assertEquals(sample.stream().sorted().toList(), sample);
        assertEquals(sample, ascending(ValueSample.of(TensorValues.of(values))));
        TensorRole role = TensorRole.Weights.inByOut(1100, 1000);
        LawMatch match = match(values, role);
        assertEquals("gpt2", match.law());
        assertEquals(List.of(Shape.NORMAL), match.shapes());
    }

    private static List<Double> ascending(ValueSample sample) {
        List<Double> values = new ArrayList<>();
        for (int bucket = 0; bucket < sample.buckets(); bucket++) {
            for (int i = sample.before(bucket); i < sample.before(bucket + 1); i++) {
                values.add(sample.get(bucket, i));
            }
            if (values.size() > sample.before(bucket)) {
                assertEquals(values.get(sample.before(bucket)), sample.least(bucket));
            }
        }
        return values;
    }

    @Test
    void aMatrixHasAsManyValuesAsItsRoleSays() {
        assertThrows(
                IllegalArgumentException.class,
                () -> match(new float[7], TensorRole.Weights.inByOut(2, 3)));
        assertThrows(IllegalArgumentException.class, () -> TensorRole.Weights.inByOut(0, 3));
        assertThrows(IllegalArgumentException.class, () -> new TensorRole.Bias(0));
    }
}
