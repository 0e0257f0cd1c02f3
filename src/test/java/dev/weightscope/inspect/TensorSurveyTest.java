package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Histogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TensorSurveyTest {
    /// Of 0, 1, ... n − 1: mean (n − 1)/2, variance (n² − 1)/12, excess kurtosis −1.2·(n² + 1)/(n²
    /// − 1).
    @Test
    void momentsOfEquallySpacedNumbersAreThoseOfTheClosedFormsAtAnyOffsetAndScale() {
        record Case(int n, double offset, double scale) {}
        List<Case> cases = new ArrayList<>();
        for (int n : new int[] {2, 3, 255, 256, 257, 16384, 16385, 100_000}) {
            cases.add(new Case(n, 0, 1));
            cases.add(new Case(n, 1e8, 1));
            cases.add(new Case(n, -1e12, 1));
            cases.add(new Case(n, 0, 1e-30));
        }
        for (Case each : cases) {
            double[] values =
                    IntStream.range(0, each.n)
                            .mapToDouble(i -> each.scale * (each.offset + i))
                            .toArray();
            TensorSurvey survey = TensorSurvey.of(TensorValues.of(values));
            double square = (double) each.n * each.n;
            double mean = each.scale * (each.offset + (each.n - 1) / 2.0);
            double std = each.scale * Math.sqrt((square - 1) / 12);
            assertEquals(mean, survey.mean(), 4e-16 * Math.abs(mean), each.toString());
            assertEquals(std, survey.std(), 1e-13 * std, each.toString());
            assertEquals(
                    -1.2 * (square + 1) / (square - 1), survey.kurtosis(), 1e-12, each.toString());
        }
        assertEquals(32, cases.size());
    }

    /// Two different numbers in equal shares have the least kurtosis there is, 1 − 3; one 1 among n
    /// numbers has (n² − 3n + 3)/(n − 1) − 3.
    @Test
    void kurtosisIsThatOfTheClosedForms() {
        double[] signs = IntStream.range(0, 40_000).mapToDouble(i -> i % 2 == 0 ? 3 : -3).toArray();
        assertEquals(-2, TensorSurvey.of(TensorValues.of(signs)).kurtosis(), 1e-14);
        double n = 50_000;
        double[] one = new double[(int) n];
        one[20_000] = 1;
        assertEquals(
                (n * n - 3 * n + 3) / (n - 1) - 3,
                TensorSurvey.of(TensorValues.of(one)).kurtosis(),
                1e-9 * n);
    }

    @Test
    void theOrderOfMergingIsAllThatDecidesBits() {
        double[] values = draws(5 * TensorSurvey.CHUNK + 77);
        List<TensorSurvey> chunks =
                IntStream.rangeClosed(0, 5)
                        .parallel()
                        .map(i -> i * TensorSurvey.CHUNK)
                        .mapToObj(from -> {
                            int end = Math.min(values.length, from + TensorSurvey.CHUNK);
                            double[] chunk = Arrays.copyOfRange(values, from, end);
                            return ChunkSurvey.of(chunk, chunk.length, from, values.length);
                        })
                        .toList();
        TensorSurvey merged = chunks.stream().reduce(TensorSurvey.EMPTY, TensorSurvey::merge);
        assertSame(TensorSurvey.of(TensorValues.of(values)), merged);
    }

    @Test
    void floatsAndTheSameNumbersAsDoublesHaveTheSameBitsInEitherForm() {
        int count = TensorSurvey.CHUNK;
        float[] floats = new float[count];
        double[] draws = draws(count);
        for (int i = 0; i < count; i++) {
            floats[i] = (float) (draws[i] * (i % 3 == 0 ? 0.01 : 1));
        }
        floats[7] = Float.NaN;
        floats[900] = Float.POSITIVE_INFINITY;
        floats[901] = -0f;
        double[] doubles = IntStream.range(0, count).mapToDouble(i -> floats[i]).toArray();
        TensorSurvey expected = ChunkSurvey.of(doubles, count, 0, count);
        assertEquals(
                List.of(1L, 1L, 1L),
                List.of(expected.nan(), expected.infinite(), expected.zeros()));
        for (Kernels.Choice form : Kernels.Choice.values()) {
            try (Kernel kernel = Kernels.choose(form, 1)) {
                assertSame(expected, ChunkSurvey.of(kernel, floats, count, 0, count));
                for (int some : new int[] {1, 2, 7, 8, 9, 900, 5000}) {
                    assertSame(
                            ChunkSurvey.of(doubles, some, 0, some),
                            ChunkSurvey.of(kernel, floats, some, 0, some));
                }
            }
        }
    }

    @Test
    void whatIsNotFiniteIsCountedAndChangesNothingElse() {
        double[] values = draws(40_000);
        double[] with = new double[values.length + 5];
        System.arraycopy(values, 0, with, 0, 100);
        with[100] = Double.NaN;
        with[101] = Double.POSITIVE_INFINITY;
        with[102] = Double.NEGATIVE_INFINITY;
        with[103] = Double.NaN;
        with[104] = Double.NaN;
        System.arraycopy(values, 100, with, 105, values.length - 100);
        TensorSurvey clean = TensorSurvey.of(TensorValues.of(values));
        TensorSurvey survey = TensorSurvey.of(TensorValues.of(with));
        assertEquals(values.length + 5, survey.count());
        assertEquals(values.length, survey.finite());
        assertEquals(List.of(2L, 3L), List.of(survey.infinite(), survey.nan()));
        assertEquals(clean.mean(), survey.mean(), 1e-16);
        assertEquals(clean.std(), survey.std(), 1e-15);
        assertEquals(clean.kurtosis(), survey.kurtosis(), 1e-12);
        assertEquals(List.of(clean.min(), clean.max()), List.of(survey.min(), survey.max()));
        assertEquals(5, survey.histogram().notFinite());
        assertArrayEquals(clean.histogram().counts(), survey.histogram().counts());
    }

    @Test
    void ofNoNumberNothingIsKnown() {
        double[] none = {Double.NaN, Double.POSITIVE_INFINITY};
        for (TensorSurvey survey :
                List.of(TensorSurvey.EMPTY, TensorSurvey.of(TensorValues.of(none)))) {
            assertEquals(0, survey.finite());
            for (double figure :
                    new double[] {
                        survey.mean(),
                        survey.std(),
                        survey.rms(),
                        survey.kurtosis(),
                        survey.min(),
                        survey.max(),
                        survey.largest()
                    }) {
                assertEquals(Double.NaN, figure);
            }
        }
        for (int count : new int[] {1, 3, 10, 300, 20_000}) {
            double[] equal = new double[count];
            Arrays.fill(equal, 0.1);
            TensorSurvey constant = TensorSurvey.of(TensorValues.of(equal));
            assertEquals(
                    List.of(0.1, 0.0, 0.1, 0.1),
                    List.of(constant.mean(), constant.std(), constant.min(), constant.max()));
            assertEquals(Double.NaN, constant.kurtosis());
        }
    }

    @Test
    void zerosOfEitherSignAreCountedAndBoundsAreThoseOfAllValues() {
        float[] values = new float[50_000];
        values[7] = -0.0f;
        values[20_000] = -3;
        values[49_999] = 1.5f;
        TensorSurvey survey = TensorSurvey.of(TensorValues.of(values));
        assertEquals(
                List.of(49_998L, -3.0, 1.5, 3.0),
                List.of(survey.zeros(), survey.min(), survey.max(), survey.largest()));
        TensorSurvey zeros = TensorSurvey.of(TensorValues.of(new double[] {-0.0, 0, -0.0}));
        assertEquals(List.of(0.0, 0.0), List.of(zeros.min(), zeros.max()));
    }

    /// Chunks of very different ranges, so that the fine bins of one are added to coarse ones.
    @Test
    void theHistogramCountsEachValueInItsBin() {
        double[] values = draws(4 * TensorSurvey.CHUNK);
        for (int i = 0; i < values.length; i++) {
            values[i] *= Math.scalb(1.0, -40 * (i / TensorSurvey.CHUNK % 3));
        }
        values[50_000] = -8;
        Histogram histogram = TensorSurvey.of(TensorValues.of(values)).histogram();
        assertEquals(List.of(-16.0, 16.0), List.of(histogram.low(), histogram.high()));
        long[] counts = new long[128];
        for (double value : values) {
            counts[(int) Math.floor(value * 4) + 64]++;
        }
        assertArrayEquals(counts, histogram.counts());
        Histogram of2 = TensorSurvey.of(TensorValues.of(new double[] {2, -2, 0})).histogram();
        assertEquals(List.of(4.0, 1L, 1L), List.of(of2.high(), of2.count(96), of2.count(32)));
        Histogram nearEdge =
                TensorSurvey.of(TensorValues.of(new double[] {Math.nextDown(2.0), -1})).histogram();
        assertEquals(
                List.of(2.0, 1L, 1L),
                List.of(nearEdge.high(), nearEdge.count(127), nearEdge.count(32)));
        Histogram ofTiny =
                TensorSurvey.of(TensorValues.of(new double[] {Double.MIN_VALUE, 0})).histogram();
        assertTrue(ofTiny.high() > 0 && ofTiny.count(64) == 2, ofTiny.toString());
    }

    @Test
    void ofManyValuesAShareIsCountedFromEveryChunkAndBothExtremes() {
        int chunks = 40;
        double[] values = draws(chunks * TensorSurvey.CHUNK);
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] / 4 + (i / TensorSurvey.CHUNK % 2 == 0 ? 0.5 : -0.5);
        }
        values[33] = 3.99;
        values[100_000] = -3.99;
        Histogram found = TensorSurvey.of(TensorValues.of(values)).histogram();
        assertEquals(List.of(-4.0, 4.0), List.of(found.low(), found.high()));
        long share = TensorSurvey.COUNTED / chunks;
        long extremes = found.count(127) + found.count(0);
        assertEquals(2, extremes);
        assertTrue(Math.abs(share * chunks - found.total()) <= 2, found.toString());
        long right = IntStream.range(64, 127).mapToLong(found::count).sum();
        assertTrue(Math.abs(share * chunks - 2 * right) <= 4, found.toString());
    }

    private static double[] draws(int count) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        return random.doubles(count, -1, 1).toArray();
    }

    private static void assertSame(TensorSurvey expected, TensorSurvey actual) {
        assertEquals(figures(expected), figures(actual));
        assertEquals(expected.histogram(), actual.histogram());
    }

    private static List<Number> figures(TensorSurvey survey) {
        return List.of(
                survey.count(),
                survey.mean(),
                survey.std(),
                survey.kurtosis(),
                survey.zeros(),
                survey.infinite(),
                survey.nan(),
                survey.min(),
                survey.max());
    }
}
