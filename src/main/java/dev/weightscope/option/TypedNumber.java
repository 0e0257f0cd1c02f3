package dev.weightscope.option;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// A number as a person types it: `0.5`, `1e-3`, `5/3`, `√2`, `sqrt(2)`, and `0,5` with a comma.
final class TypedNumber {
    /// Far more than any double needs.
    private static final int MOST = 60;

    private static final Pattern DIGITS = Pattern.compile("\\s*[+-]?[0-9]+\\s*");
    private static final Pattern ONE_COMMA =
            Pattern.compile("[+-]?[0-9]*,[0-9]+(?:[eE][+-]?[0-9]+)?");

    /// `1,500` is 1.5 to some and 1500 to others; `0,500` is 0.5 to all.
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+");

    private static final Pattern SCIENTIFIC =
            Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)[eE]\\+?[0-9]+");

    private TypedNumber() {}

    static boolean isDigits(String text) {
        return text.length() > MOST || DIGITS.matcher(text).matches();
    }

    /// The finite number that a text states; empty if it is none.
    ///
    /// @param name the number's, for the message
    /// @throws Refusal if it is too long, or may mean two numbers
    static OptionalDouble read(String name, String text) {
        requireShort(name, text);
        String plain = text.strip().replace('−', '-');
        if (THOUSANDS.matcher(plain).matches()) {
            throw new Refusal(
                    "%s %s may mean two numbers; write %s, or a point for the comma"
                            .formatted(name, Quoted.of(text), plain.replace(",", "")));
        }
        return read(ONE_COMMA.matcher(plain).matches() ? plain.replace(',', '.') : plain);
    }

    /// Whether a text states a number that is larger than every double: `1e400`.
    static boolean isBeyondAll(String text) {
        String plain = text.strip().replace('−', '-');
        return SCIENTIFIC.matcher(plain).matches() && Double.isInfinite(Double.parseDouble(plain));
    }

    /// @throws Refusal if the text is too long for a number
    static void requireShort(String name, String text) {
        if (text.length() > MOST) {
            throw new Refusal(
                    "%s %s has %d characters; a number has at most %d"
                            .formatted(name, Quoted.of(text), text.length(), MOST));
        }
    }

    private static OptionalDouble read(String text) {
        if (text.startsWith("sqrt(") && text.endsWith(")")) {
            OptionalDouble root = root(text.substring(5, text.length() - 1));
            if (root.isPresent()) { // else it was "sqrt(2)/sqrt(3)"
                return root;
            }
        }
        int slash = text.lastIndexOf('/');
        if (slash > 0) {
            OptionalDouble above = read(text.substring(0, slash).strip());
            OptionalDouble below = read(text.substring(slash + 1).strip());
            return above.isPresent() && below.isPresent()
                    ? finite(above.getAsDouble() / below.getAsDouble())
                    : OptionalDouble.empty();
        }
        if (text.startsWith("√")) {
            return root(text.substring(1));
        }
        return Numbers.parse(text);
    }

    private static OptionalDouble root(String text) {
        OptionalDouble square = read(text.strip());
        return square.isPresent() ? finite(Math.sqrt(square.getAsDouble())) : square;
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
