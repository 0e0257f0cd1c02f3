package dev.weightscope.inspect;

import dev.weightscope.model.Law;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Holds entries against one law after the other; a law that comes under several names is held
/// once.
final class EntryJudge {
    /// Values that are enough to find which law is nearest.
    private static final int LOOKS = 1 << 12;

    private final Evidence evidence;
    private final double spectrumPValue;
    private final int tried;
    private final Map<Law, Verdict> verdicts = new HashMap<>();

    /// @param distance NaN where other tests decide
    private record Verdict(double distance, double pValue) {}

    /// @param spectrumPValue of a test of all laws at once
    /// @param tried how many laws there are to be judged
    EntryJudge(Evidence evidence, double spectrumPValue, int tried) {
        this.evidence = evidence;
        this.spectrumPValue = spectrumPValue;
        this.tried = tried;
    }

    /// One that judges other entries of the same tensor, of which singular values say nothing.
    EntryJudge of(Evidence others) {
        return new EntryJudge(others, 1, tried);
    }

    /// How many laws there are under all the names.
    static int different(List<NamedLaw> named) {
        return (int) named.stream().map(each -> rounded(each.law())).distinct().count();
    }

    /// The law beside the entries, unless it is rejected.
    Optional<FittingLaw> fitting(NamedLaw named) {
        Verdict verdict = verdicts.computeIfAbsent(rounded(named.law()), _ -> verdict(named));
        return verdict.pValue < LawMatch.LEVEL / tried
                ? Optional.empty()
                : Optional.of(
                        new FittingLaw(
                                named, stdOf(named.law()), verdict.distance, verdict.pValue));
    }

    private Verdict verdict(NamedLaw named) {
        EntryLaw law = EntryLaw.of(entries(named.law()));
        EntryTests tests = new EntryTests(evidence, law, spectrumPValue);
        double most = tests.pValueWithoutDistance();
        if (most < LawMatch.LEVEL / tried) {
            return new Verdict(Double.NaN, most);
        }
        double distance = Kolmogorov.distance(evidence.sorted, law);
        return new Verdict(distance, tests.pValue(distance));
    }

    /// The law of the least distance.
    FittingLaw nearest(List<NamedLaw> named) {
        NamedLaw nearest =
                named.stream().min(Comparator.comparingDouble(this::roughDistance)).orElseThrow();
        EntryLaw law = EntryLaw.of(nearest.law());
        double distance = Kolmogorov.distance(evidence.sorted, law);
        EntryTests tests = new EntryTests(evidence, law, spectrumPValue);
        return new FittingLaw(nearest, law.std(), distance, tests.pValue(distance));
    }

    private double roughDistance(NamedLaw named) {
        return Kolmogorov.distance(evidence.sorted, EntryLaw.of(named.law()), LOOKS);
    }

    /// The shapes that fit with a scale of their own.
    List<Shape> shapes() {
        return Arrays.stream(Shape.values()).filter(this::fits).toList();
    }

    private boolean fits(Shape shape) {
        EntryLaw law = EntryLaw.of(shape.fitted(evidence.rms(), evidence.largest, evidence.count));
        EntryTests tests = new EntryTests(evidence, law, 1);
        double distance = Kolmogorov.distance(evidence.sorted, law);
        return tests.pValueOfShape(distance) >= LawMatch.LEVEL / Shape.values().length;
    }

    /// Of the entries that are not 0, for a sparse law.
    private static Law entries(Law law) {
        return law instanceof Law.Sparse sparse ? new Law.Normal(sparse.std()) : law;
    }

    private static double stdOf(Law law) {
        double std = EntryLaw.of(entries(law)).std();
        return law instanceof Law.Sparse sparse ? std * Math.sqrt(1 - sparse.sparsity()) : std;
    }

    /// The same for laws that are computed in different ways.
    private static Law rounded(Law law) {
        return switch (law) {
            case Law.Normal(double std) -> new Law.Normal((float) std);
            case Law.Uniform(double limit) -> new Law.Uniform((float) limit);
            case Law.TruncatedNormal(double std, double cut) ->
                    new Law.TruncatedNormal((float) std, cut);
            case Law.Constant _, Law.Identity _, Law.Orthogonal _, Law.LayerSequential _ -> law;
            case Law.Sparse _, Law.Custom _, Law.Loaded _ -> law;
        };
    }
}
