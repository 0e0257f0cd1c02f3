package dev.weightscope.model;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A scheme of the catalogue with its parameters.
public record StandardInitializer(InitializerScheme scheme, InitializerParameters parameters)
        implements Initializer {
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    public static StandardInitializer of(InitializerScheme scheme) {
        return new StandardInitializer(scheme, InitializerParameters.DEFAULTS);
    }

    public StandardInitializer withParameters(InitializerParameters newParameters) {
        return new StandardInitializer(scheme, newParameters);
    }

    public StandardInitializer with(InitializerParameter parameter, double value) {
        return withParameters(parameters.with(parameter, value));
    }

    @Override
    public Initializer withParametersOf(Initializer other) {
        return switch (other) {
            case StandardInitializer standard -> withParameters(standard.parameters);
            case CustomInitializer _, LoadedWeights _ -> this;
        };
    }

    @Override
    public String key() {
        return scheme.key();
    }

    @Override
    public String label() {
        String numbers =
                scheme.parameters().stream()
                        .map(parameter ->
                                ", "
                                        + parameter.key()
                                        + " "
                                        + Numbers.plain(parameters.get(parameter)))
                        .collect(Collectors.joining());
        String mode =
                scheme.hasMode() && parameters.mode() != FanMode.FAN_IN
                        ? ", " + parameters.mode().label()
                        : "";
        String distribution =
                scheme.hasDistribution() ? ", " + parameters.distribution().label() : "";
        return scheme.label() + numbers + mode + distribution;
    }

    @Override
    public Law weights(LayerPlace place, Activation activation) {
        return InitializerLaws.weights(scheme, parameters, place, activation);
    }

    @Override
    public Law bias(LayerPlace place) {
        return InitializerLaws.bias(scheme, place.fanIn());
    }

    @Override
    public Explanation explain(LayerPlace place, Activation activation, double gain) {
        String template =
                scheme.template(parameters.distribution())
                        .replace("{fan}", parameters.mode().template());
        Law law = weights(place, activation).times(gain);
        double variance = law.variance(place.fanIn(), place.fanOut());
        return new Explanation(
                inSymbols(template),
                inNumbers(law, place, activation, gain),
                variance,
                place.fanIn() * variance,
                scheme.source(),
                scheme.elsewhere());
    }

    private static String inSymbols(String template) {
        return template.replace("{g}", "g")
                .replace("{in}", "nᵢₙ")
                .replace("{out}", "nₒᵤₜ")
                .transform(text -> NAME.matcher(text).replaceAll("$1"));
    }

    /// What of a template holds for a role.
    private static String partOf(String template, LayerRole role) {
        String[] parts = template.split("; ");
        String own =
                switch (role) {
                    case PLAIN -> "";
                    case FIRST_OF_BRANCH -> "first of a branch: ";
                    case WHOLE_BRANCH, LAST_OF_BRANCH -> "last of a branch: ";
                };
        return Arrays.stream(parts)
                .filter(part -> !own.isEmpty() && part.startsWith(own))
                .findFirst()
                .orElse(parts[0]);
    }

    /// The equation of the limit or std of a layer's weights, `a = {g}·√(6 / ({in} + {out}))`, with
    /// gain, fans and slope left open as in [InitializerScheme]; empty where the law has none.
    public String formula(LayerPlace place) {
        String template =
                partOf(
                        scheme.template(parameters.distribution())
                                .replace("{fan}", parameters.mode().template()),
                        place.role());
        int start = Math.max(template.indexOf("a = {g}"), template.indexOf("s = {g}"));
        if (start < 0) {
            return "";
        }
        String filled =
                template.substring(start)
                        .replace("{L}", Integer.toString(place.branches()))
                        .replace("{k}", Integer.toString(place.branch()));
        for (InitializerParameter parameter : scheme.parameters()) {
            filled =
                    filled.replace(
                            "{" + parameter.key() + "}", Numbers.plain(parameters.get(parameter)));
        }
        return filled;
    }

    /// The equation with numbers for symbols and its value at the end.
    private String inNumbers(Law law, LayerPlace place, Activation activation, double gain) {
        String formula = formula(place);
        return formula.isEmpty()
                ? ""
                : formula.replace("{g}", Numbers.significant(gain, 4))
                                .replace("{in}", Integer.toString(place.fanIn()))
                                .replace("{out}", Integer.toString(place.fanOut()))
                                .replace(
                                        "{slope}",
                                        Numbers.plain(InitializerLaws.heSlope(activation)))
                        + " = "
                        + Numbers.significant(spread(law), 4);
    }

    /// The a or s of the template: a uniform law's limit, a normal law's std.
    private static double spread(Law law) {
        return switch (law) {
            case Law.Uniform(double limit) -> limit;
            case Law.Normal(double std) -> std;
            case Law.TruncatedNormal(double std, double _) -> std;
            case Law.Sparse(double _, double std) -> std;
            case Law.Constant(double value) -> value;
            case Law.Identity(double scale) -> scale;
            case Law.Orthogonal(double scale) -> scale;
            case Law.LayerSequential(double scale) -> scale;
            case Law.Custom _, Law.Loaded _ -> Double.NaN;
        };
    }
}
