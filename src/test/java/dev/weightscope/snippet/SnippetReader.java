package dev.weightscope.snippet;

import dev.weightscope.model.Law;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The law that a snippet's `W` has, by what the frameworks document of the functions it calls: not
/// by how it was written.
final class SnippetReader {
    private static final double CUT = 2;

    /// The std of a standard normal variable cut at two stds, as Keras and JAX have it.
    private static final double SHRINKAGE = 0.8796256610342398;

    private final String code;
    private final PythonNumbers numbers = new PythonNumbers();
    private final double fanIn;
    private final double fanOut;

    SnippetReader(String snippet) {
        code = snippet.replaceAll("#.*", "").replaceAll(", seed=seed( \\+ 1)?", "");
        Matcher fans = match("fan_in, fan_out = (\\d+), (\\d+)");
        fanIn = Double.parseDouble(fans.group(1));
        fanOut = Double.parseDouble(fans.group(2));
        numbers.define("fan_in", fanIn);
        numbers.define("fan_out", fanOut);
        Matcher assigned = Pattern.compile("(?m)^([as]|bound) = (.*)$").matcher(code);
        while (assigned.find()) {
            numbers.define(assigned.group(1), numbers.value(assigned.group(2)));
        }
    }

    Law law() {
        double gain = factor();
        if (has("divisor")) {
            return new Law.LayerSequential(gain);
        }
        if (has("(int\\(np|math)\\.ceil\\(")) {
            double share = number("ceil\\((.*?) \\* fan_out\\)");
            return new Law.Sparse(share, normalStd());
        }
        if (has("sparse_\\(")) {
            return new Law.Sparse(number("sparsity=(.*?),"), number("std=(.*?)\\)"));
        }
        if (has("while \\(far")) {
            return new Law.TruncatedNormal(
                    number("W = \\((.*?) \\* W\\)"), number("np\\.abs\\(W\\) > (.*?)\\)"));
        }
        if (has("trunc_normal_|random\\.truncated_normal")) {
            double std = has("trunc_normal_") ? number("std=(.*?),") : gain;
            double cut =
                    has("trunc_normal_")
                            ? number("b=(.*?)\\)\n") / std
                            : number("truncated_normal\\(key, -.*?, (.*?),");
            return new Law.TruncatedNormal(std, cut);
        }
        if (has("TruncatedNormal\\(")) {
            return new Law.TruncatedNormal(number("TruncatedNormal\\(0\\.0, (.*?)\\)"), CUT);
        }
        if (has("qr\\(")) {
            return new Law.Orthogonal(gain);
        }
        if (has("(?i)orthogonal_?\\(")) {
            return new Law.Orthogonal(
                    number("(?i)orthogonal_?\\((?:W, |scale=)?(?:gain=)?(.*?)\\)"));
        }
        if (has("eye\\(")) {
            return new Law.Identity(gain);
        }
        if (has("W = .*Identity\\(")) {
            return new Law.Identity(number("Identity\\((.*?)\\)"));
        }
        if (has("(?m)^W = .*([zZ]eros|full|Constant)\\(")) {
            return has("(?m)^W = .*[zZ]eros\\(")
                    ? new Law.Constant(0)
                    : new Law.Constant(
                            number("(?m)^W = .*(?:full\\(\\(.*?\\), |Constant\\()(.*?)[,)]"));
        }
        return scaled(gain);
    }

    /// A law that follows from the fans, or a plain normal or uniform one.
    private Law scaled(double gain) {
        if (has("xavier_(uniform|normal)_\\(W")) {
            double g = has("gain=") ? number("gain=(.*?)\\)") : 1;
            return scaling("uniform".equals(word("xavier_(uniform|normal)_")), g, 1, "fan_avg");
        }
        if (has("kaiming_")) {
            double a = has(" a=") ? number(" a=([^,]*?)(?:,|\\)\n)") : 0;
            double square = has("\"linear\"") ? 1 : 2 / (1 + a * a);
            double g = has("W\\.mul_") ? number("W\\.mul_\\((.*?)\\)") : 1;
            String mode = has("mode=") ? word("mode=\"(.*?)\"") : "fan_in";
            return scaling(has("kaiming_uniform_"), g, square, mode);
        }
        if (has("(?i)variance_?scaling\\(")) {
            Matcher call = match("(?i)variance_?scaling\\((.*?), \"(.*?)\", \"(.*?)\"");
            double scale = numbers.value(call.group(1));
            return call.group(3).startsWith("truncated")
                    ? truncated(gain, scale, call.group(2))
                    : scaling(call.group(3).equals("uniform"), gain, scale, call.group(2));
        }
        if (has("(?i)initializers\\.(glorot|he|lecun)_?uniform")) {
            return switch (word("(?i)initializers\\.(glorot|he|lecun)").toLowerCase(Locale.ROOT)) {
                case "glorot" -> scaling(true, gain, 1, "fan_avg");
                case "he" -> scaling(true, gain, 2, "fan_in");
                default -> scaling(true, gain, 1, "fan_in");
            };
        }
        if (has("(?i)initializers\\.(glorot|he|lecun)_?normal")) {
            return switch (word("(?i)initializers\\.(glorot|he|lecun)").toLowerCase(Locale.ROOT)) {
                case "glorot" -> truncated(gain, 1, "fan_avg");
                case "he" -> truncated(gain, 2, "fan_in");
                default -> truncated(gain, 1, "fan_in");
            };
        }
        if (has("(?m)^W = .*(rng\\.uniform|random\\.uniform|RandomUniform)\\(|uniform_\\(W")) {
            return new Law.Uniform(
                    number(
                            "(?:W = (?:rng\\.uniform|.*RandomUniform)\\(|uniform_\\(W, |W ="
                                    + " .*float32, )-.*?, (.*?)[,)]"));
        }
        return new Law.Normal(normalStd());
    }

    private double normalStd() {
        return has("random\\.normal\\(")
                ? number("(?m)^W = (.*?) \\* jax\\.random\\.normal")
                : number(
                        "(?:rng\\.normal\\(0, |RandomNormal\\(0\\.0, |normal_\\(W, std=)(.*?)[,)]");
    }

    private Law scaling(boolean uniform, double gain, double scale, String mode) {
        double std = gain * Math.sqrt(scale / fan(mode));
        return uniform ? new Law.Uniform(std * Math.sqrt(3)) : new Law.Normal(std);
    }

    private Law truncated(double gain, double scale, String mode) {
        return new Law.TruncatedNormal(gain * Math.sqrt(scale / fan(mode)) / SHRINKAGE, CUT);
    }

    private double fan(String mode) {
        return switch (mode) {
            case "fan_in" -> fanIn;
            case "fan_out" -> fanOut;
            case "fan_avg" -> (fanIn + fanOut) / 2;
            case "fan_geo_avg" -> Math.sqrt(fanIn * fanOut);
            default -> throw new IllegalArgumentException(mode);
        };
    }

    /// What the last line that makes `W` multiplies by; 1 if it does not.
    private double factor() {
        Matcher found = Pattern.compile("(?m)^W = ([0-9.e-]+|s) \\* (?!W\\)).*$").matcher(code);
        double factor = 1;
        while (found.find()) {
            factor = numbers.value(found.group(1));
        }
        return factor;
    }

    private double number(String pattern) {
        return numbers.value(word(pattern));
    }

    private String word(String pattern) {
        return match(pattern).group(1);
    }

    private boolean has(String pattern) {
        return Pattern.compile(pattern).matcher(code).find();
    }

    private Matcher match(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(code);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in\n" + code);
        }
        return matcher;
    }
}
