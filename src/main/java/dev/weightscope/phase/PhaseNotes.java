package dev.weightscope.phase;

import dev.weightscope.chart.axis.NumberText;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Normalization;
import dev.weightscope.theory.CriticalCurve;
import dev.weightscope.theory.MeanField;
import dev.weightscope.theory.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a map and its point mean, in words.
public final class PhaseNotes {
    private static final int DIGITS = 4;

    private PhaseNotes() {}

    static String beside(Experiment experiment) {
        List<String> parts = new ArrayList<>();
        Normalization normalization = experiment.architecture().normalization();
        if (normalization != Normalization.NONE) {
            parts.add(normalization.noun());
        }
        if (experiment.hasBranches()) {
            parts.add("skips");
        }
        return "The map is of plain networks. This one has %s."
                .formatted(String.join(" and ", parts));
    }

    /// Why the map counts for nothing; empty where it counts.
    public static String fade(PhaseAnswer answer) {
        return answer.point() instanceof PhasePoint.Beside(var _, var _, var reason) ? reason : "";
    }

    /// What there is of a critical line.
    public static String line(PhaseAnswer answer) {
        CriticalCurve line = answer.line();
        String name = answer.experiment().activation().label();
        return switch (line.kind()) {
            case LINE -> isOnMap(answer) ? "" : "The critical line lies beyond this map.";
            case POINT ->
                    "%s has one critical point, not a line: σ_w² = %s without bias."
                            .formatted(name, number(line.points().getFirst().weightVariance()));
            case HALF_STABLE -> {
                CriticalCurve.Point point = line.halfStable().orElseThrow();
                yield "The critical line begins at σ_w² %s, σ_b² %s, half-stable."
                        .formatted(number(point.weightVariance()), number(point.biasVariance()));
            }
            case NONE -> name + " has no critical point: χ₁ is 1 at no fixed length.";
        };
    }

    private static boolean isOnMap(PhaseAnswer answer) {
        return answer.line().points().stream()
                .anyMatch(point ->
                        point.weightVariance() <= answer.settings().weights().high()
                                && point.weightVariance() >= answer.settings().weights().low()
                                && point.biasVariance() <= answer.settings().biases().high());
    }

    /// The phase in a word: `Ordered`; empty where theory says none.
    public static String phase(PhaseAnswer answer) {
        return answer.point() instanceof PhasePoint.At(var limit, var _, var _)
                ? limit.phase().label()
                : "";
    }

    /// What the point means, in sentences.
    public static List<String> sentences(PhaseAnswer answer) {
        return switch (answer.point()) {
            case PhasePoint.None(var reason) -> List.of(reason);
            case PhasePoint.Beside(var _, var _, var reason) ->
                    answer.measured().isPresent()
                            ? List.of(reason)
                            : List.of(reason, "Networks trained all over it say where it learns.");
            case PhasePoint.At(var limit, var _, var _) ->
                    sentences(limit, answer.experiment().depth());
        };
    }

    /// What networks that are trained have to say to it; empty where there are none.
    public static List<String> measured(PhaseAnswer answer) {
        return answer.measured()
                .map(measured -> MeasuredNotes.sentences(measured, answer.experiment().depth()))
                .orElse(List.of());
    }

    private static List<String> sentences(MeanField limit, int depth) {
        List<String> sentences = new ArrayList<>();
        double step = Math.sqrt(limit.chi());
        double all = Math.pow(step, depth);
        String way =
                switch (limit.phase()) {
                    case ORDERED -> "shrinks";
                    case CRITICAL -> "keeps its size";
                    case CHAOTIC -> "grows";
                };
        sentences.add(
                limit.phase() == Phase.CRITICAL
                        ? "χ₁ = 1: a gradient keeps its size."
                        : "χ₁ = %s: a gradient %s × %s a layer (std), to %s of itself after %d."
                                .formatted(
                                        number(limit.chi()),
                                        way,
                                        NumberText.significant(step, 3),
                                        NumberText.significant(all, 3),
                                        depth));
        if (limit.variance() == Double.POSITIVE_INFINITY) {
            sentences.add("The signal grows without end.");
        } else if (limit.variance() == 0) {
            sentences.add("The signal vanishes: q* = 0.");
        }
        sentences.add(reach(limit, depth));
        return sentences.stream().filter(each -> !each.isEmpty()).toList();
    }

    private static String reach(MeanField limit, int depth) {
        double xi = limit.correlationScale();
        if (Double.isNaN(xi)) {
            return "";
        }
        if (Double.isInfinite(xi)) {
            return "ξ is infinite: what tells samples apart lasts at any depth.";
        }
        double ratio = depth / xi;
        String trains =
                ratio <= PhaseQuantity.TRAINABLE
                        ? ratio <= PhaseQuantity.TRAINABLE / 2
                                ? "it should train"
                                : "it should train, if slowly"
                        : "deeper than the 6 ξ to which networks train";
        return "ξ = %s layers. Depth %d is %s ξ: %s."
                .formatted(
                        NumberText.significant(xi, 3),
                        depth,
                        NumberText.significant(ratio, 2),
                        trains);
    }

    /// The figures of the point, each with its name.
    public static List<List<String>> figures(PhaseAnswer answer) {
        return switch (answer.point()) {
            case PhasePoint.None _ -> List.of();
            case PhasePoint.Beside(var w, var b, var _) ->
                    List.of(List.of("σ_w², σ_b²", pair(w, b)));
            case PhasePoint.At(var limit, var _, var critical) ->
                    List.of(
                            List.of(
                                    "σ_w², σ_b²",
                                    pair(limit.weightVariance(), limit.biasVariance())),
                            List.of("Fixed length q*", number(limit.variance())),
                            List.of("χ₁", number(limit.chi())),
                            List.of("Correlation c*", number(limit.limitingCorrelation())),
                            List.of("ξ length", number(limit.varianceScale())),
                            List.of("ξ correlation", number(limit.correlationScale())),
                            List.of("ξ gradient", number(limit.gradientScale())),
                            List.of(
                                    "Trains to about 6 ξ",
                                    layers(PhaseQuantity.TRAINABLE * limit.correlationScale())),
                            List.of(
                                    "Critical σ_w² here",
                                    critical.isPresent() ? number(critical.getAsDouble()) : "–"));
        };
    }

    /// The gain that takes the point to the critical line at its σ_b²; empty where there is none.
    public static String criticalGain(PhaseAnswer answer) {
        if (answer.point() instanceof PhasePoint.At(var limit, var _, var critical)
                && critical.isPresent()
                && limit.phase() != Phase.CRITICAL
                && limit.weightVariance() > 0
                && answer.experiment().gain() > 0) {
            double factor = Math.sqrt(critical.getAsDouble() / limit.weightVariance());
            return number(answer.experiment().gain() * factor);
        }
        return "";
    }

    /// What a figure of [#figures] is.
    public static String help(String figure) {
        return switch (figure) {
            case "σ_w², σ_b²" ->
                    "fan_in · Var W with the gain in it, and the variance of biases, of the layer"
                            + " that stands for all";
            case "Fixed length q*" -> "Where the variance of pre-activations ends in deep networks";
            case "χ₁" -> "By what a layer multiplies the second moment of a gradient";
            case "Correlation c*" -> "Where the correlation of two samples ends";
            case "ξ length" -> "Layers in which the variance comes e times nearer to q*";
            case "ξ correlation" -> "Layers in which correlations come e times nearer to c*";
            case "ξ gradient" ->
                    "Layers in which a gradient's second moment falls by e; grows, if negative";
            case "Trains to about 6 ξ" ->
                    "To about this depth networks train (Schoenholz et al. 2017)";
            default -> "The σ_w² at which χ₁ is 1, at this σ_b²";
        };
    }

    private static String layers(double depth) {
        return Double.isFinite(depth)
                ? String.format(
                        Locale.ROOT,
                        "%s layers",
                        NumberText.significant(Math.rint(depth), depth < 1e4 ? 4 : 3))
                : number(depth);
    }

    private static String pair(double w, double b) {
        return number(w) + ", " + number(b);
    }

    /// In three digits, for a narrow column.
    static String brief(double value) {
        return Double.isFinite(value) ? NumberText.significant(value, 3) : number(value);
    }

    /// In four digits; – for what is not a number.
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return Double.isInfinite(value) ? "∞" : NumberText.significant(value, DIGITS);
    }
}
