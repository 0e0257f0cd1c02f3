package dev.weightscope.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Activation;
import dev.weightscope.model.ActivationFunction;
import dev.weightscope.model.Distribution;
import dev.weightscope.model.FanMode;
import dev.weightscope.model.InitializerParameter;
import dev.weightscope.model.InitializerParameters;
import dev.weightscope.model.InitializerScheme;
import dev.weightscope.model.Law;
import dev.weightscope.model.LayerPlace;
import dev.weightscope.model.StandardInitializer;
import dev.weightscope.network.DrawnWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Draws of every law that is known, and what is said of them. `-Dfuzz.factor=50` takes 50 seeds of
/// every shape and writes how often a law was the only one, by law and shape.
class LawDetectionTest {
    private static final int FACTOR = Integer.getInteger("fuzz.factor", 1);
    private static final int MOST_SEEDS = 50;

    /// @param seeds as many as take some seconds in all
    private record Shaped(int fanIn, int fanOut, int seeds) {
        int allSeeds() {
            return Math.min(MOST_SEEDS, seeds * FACTOR);
        }
    }

    private static final List<Shaped> SHAPES =
            List.of(
                    new Shaped(10, 10, 20),
                    new Shaped(64, 64, 4),
                    new Shaped(256, 784, 1),
                    new Shaped(1000, 64, 1));

    private record Drawn(String key, double gain, StandardInitializer initializer) {
        Law law(Shaped shape) {
            return initializer
                    .weights(
                            LayerPlace.plain(1, shape.fanIn, shape.fanOut),
                            Activation.of(ActivationFunction.RELU))
                    .times(gain);
        }
    }

    private static final List<Drawn> LAWS = laws();

    private static List<Drawn> laws() {
        List<Drawn> laws = new ArrayList<>();
        for (InitializerScheme scheme : InitializerScheme.values()) {
            boolean isOfItsOwn =
                    switch (scheme) {
                        // of a branch's layers, or of the input; plain layers have He's law and
                        // N(0, 0.02²)
                        case DEPTH_SCALED, FIXUP, DELTA_ZERO, LSUV -> false;
                        case VARIANCE_SCALING -> false;
                        case ZEROS, CONSTANT, IDENTITY, NORMAL, UNIFORM, TRUNCATED_NORMAL -> true;
                        case LOW, LARGE, XAVIER_UNIFORM, XAVIER_NORMAL, HE_UNIFORM -> true;
                        case HE_NORMAL, LECUN_UNIFORM, LECUN_NORMAL, ORTHOGONAL, SPARSE -> true;
                        case PYTORCH_LINEAR, KERAS_DENSE, FLAX_DENSE, DJL_XAVIER -> true;
                        case DL4J_RELU, GPT2 -> true;
                    };
            if (isOfItsOwn) {
                laws.add(new Drawn(scheme.key(), 1, StandardInitializer.of(scheme)));
            }
        }
        for (double gain : new double[] {5.0 / 3, Math.sqrt(2), 0.75}) {
            for (InitializerScheme scheme :
                    List.of(
                            InitializerScheme.XAVIER_UNIFORM,
                            InitializerScheme.XAVIER_NORMAL,
                            InitializerScheme.LECUN_UNIFORM,
                            InitializerScheme.LECUN_NORMAL,
                            InitializerScheme.ORTHOGONAL)) {
                laws.add(new Drawn(scheme.key(), gain, StandardInitializer.of(scheme)));
            }
        }
        for (FanMode mode : List.of(FanMode.FAN_IN, FanMode.FAN_OUT, FanMode.FAN_AVG)) {
            for (double scale : new double[] {1, 2}) {
                StandardInitializer scaling =
                        new StandardInitializer(
                                InitializerScheme.VARIANCE_SCALING,
                                InitializerParameters.DEFAULTS
                                        .withMode(mode)
                                        .withDistribution(Distribution.TRUNCATED));
                laws.add(
                        new Drawn(
                                "variance-scaling",
                                1,
                                scaling.with(InitializerParameter.SCALE, scale)));
            }
        }
        for (InitializerScheme scheme :
                List.of(InitializerScheme.HE_NORMAL, InitializerScheme.HE_UNIFORM)) {
            laws.add(
                    new Drawn(
                            scheme.key(),
                            1,
                            new StandardInitializer(
                                    scheme,
                                    InitializerParameters.DEFAULTS.withMode(FanMode.FAN_OUT))));
        }
        return laws;
    }

    @Test
    void theLawThatDrewATensorIsAmongTheNamedAndNoneThatCanBeToldApartIs() {
        int draws = 0;
        List<String> missed = new ArrayList<>();
        List<String> tooMany = new ArrayList<>();
        Map<String, String> shares = new TreeMap<>();
        try (DrawnWeights weights = new DrawnWeights()) {
            for (Shaped shape : SHAPES) {
                for (Drawn drawn : LAWS) {
                    Law law = drawn.law(shape);
                    int alone = 0;
                    for (int seed = 0; seed < shape.allSeeds(); seed++) {
                        String place = drawn + " " + shape + " seed " + seed;
                        LawMatch match = match(weights, law, shape, seed);
                        draws++;
                        if (match.laws().stream().noneMatch(each -> isOf(drawn, law, each))) {
                            missed.add(place + ": " + match);
                        }
                        assertTrue(!match.law().equals(LawMatch.TRAINED), place + ": " + match);
                        List<FittingLaw> others =
                                match.laws().stream()
                                        .filter(each -> !isSame(law, each.law().law()))
                                        .toList();
                        others.stream()
                                .filter(each -> isApart(law, each.law().law(), shape))
                                .forEach(each -> tooMany.add(place + ": " + each));
                        alone += others.isEmpty() ? 1 : 0;
                    }
                    shares.merge(
                            "%-36s %.3f".formatted(drawn.initializer.label(), drawn.gain),
                            " %5.1f".formatted(100.0 * alone / shape.allSeeds()),
                            String::concat);
                }
            }
        }
        if (FACTOR > 1) {
            System.out.printf("%d draws, %d missed%n", draws, missed.size());
            System.out.println(
                    "alone, in percent of draws: 10 x 10, 64 x 64, 256 x 784, 1000 x 64");
            shares.forEach((law, share) -> System.out.println(law + share));
        }
        assertTrue(missed.size() <= draws / 100, missed.size() + " of " + draws + missed);
        assertTrue(tooMany.size() <= draws / 100, tooMany.size() + " of " + draws + tooMany);
        assertEquals(LAWS.size() * SHAPES.stream().mapToInt(Shaped::allSeeds).sum(), draws);
        assertEquals(22 + 15 + 6 + 2, LAWS.size());
    }

    private static LawMatch match(DrawnWeights weights, Law law, Shaped shape, long seed) {
        TensorValues values = TensorValues.of(weights.draw(law, seed, shape.fanIn, shape.fanOut));
        return LawMatch.of(
                values,
                TensorSurvey.of(values),
                TensorRole.Weights.inByOut(shape.fanIn, shape.fanOut),
                Grid.FLOAT32);
    }

    private static boolean isOf(Drawn drawn, Law law, FittingLaw found) {
        return found.law().key().equals(drawn.key)
                && isSame(law, found.law().law())
                && Math.abs(found.law().gain() - drawn.gain) < 1e-6;
    }

    /// Whether one law under two names, whose numbers may differ in rounding.
    private static boolean isSame(Law law, Law other) {
        if (law instanceof Law.Sparse one && other instanceof Law.Sparse two) {
            return one.std() == two.std() && Math.abs(one.sparsity() - two.sparsity()) < 0.1;
        }
        return law.getClass() == other.getClass() && law.text().equals(other.text());
    }

    /// Whether two laws of independent entries differ by so much that all draws must show it: in
    /// std by twelve of its errors √((κ + 2)/4n), or in distance by four of its own scale 1/√n,
    /// where 2.9 is rejected.
    private static boolean isApart(Law law, Law other, Shaped shape) {
        if (Stream.of(law, other).anyMatch(each -> !isOfEntries(each))) {
            return true; // what is exact is told apart by any number of values
        }
        EntryLaw one = EntryLaw.of(law);
        EntryLaw two = EntryLaw.of(other);
        double n = (double) shape.fanIn * shape.fanOut;
        double error = Math.sqrt((two.standardizedMoment(2) - 1) / (4 * n));
        double distance = 0;
        for (int i = -400; i <= 400; i++) {
            double x = i / 100.0 * one.std();
            distance = Math.max(distance, Math.abs(one.cdf(x) - two.cdf(x)));
        }
        return Math.abs(Math.log(one.std() / two.std())) > 12 * error
                || distance * Math.sqrt(n) > 4;
    }

    private static boolean isOfEntries(Law law) {
        return law instanceof Law.Normal
                || law instanceof Law.Uniform
                || law instanceof Law.TruncatedNormal;
    }
}
