package dev.weightscope.arguments;

import dev.weightscope.data.BundledData;
import dev.weightscope.data.DataTables;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.Initializer;
import dev.weightscope.model.InitializerCatalogue;
import dev.weightscope.model.Input;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How the value of an option is read and written.
///
/// @param form what kind of thing the text stands for
/// @param choices the fixed texts there are to choose from; empty where any number or name will do
/// @param reader the value of a text; its first argument names the option, for the message
/// @param writer the inverse of `reader`
record OptionValue<T>(
        Form form, Supplier<List<String>> choices, Reader<T> reader, Function<T, String> writer) {
    private static final Pattern SIZE = Pattern.compile("([0-9]+)([kKmMgG]?)");

    /// What a value's text stands for.
    enum Form {
        NUMBER,
        NUMBERS,
        WORD
    }

    /// @param <T> what is read
    @FunctionalInterface
    interface Reader<T> {
        /// @throws Refusal saying what is wrong and what would be right
        T read(String option, String text);
    }

    static OptionValue<Long> whole(long low, long high) {
        return new OptionValue<>(
                Form.NUMBER, List::of, new WholeNumber(low, high)::read, String::valueOf);
    }

    static OptionValue<Double> decimal() {
        return new OptionValue<>(Form.NUMBER, List::of, OptionValue::readDecimal, Numbers::plain);
    }

    /// Bytes, also as `512m` or `2g`, as the JVM's own options have them.
    static OptionValue<Long> bytes() {
        return new OptionValue<>(Form.WORD, List::of, OptionValue::readBytes, String::valueOf);
    }

    static <T extends Keyed> OptionValue<T> oneOf(List<T> catalogue) {
        return new OptionValue<>(
                Form.WORD,
                () -> keys(catalogue),
                (option, text) -> Keyed.find(option, catalogue, text),
                Keyed::key);
    }

    /// Found when asked for, since a custom one may be amiss and its sentence must reach the asker.
    static OptionValue<Initializer> initializer() {
        return new OptionValue<>(
                Form.WORD,
                () -> keys(InitializerCatalogue.all()),
                (_, text) -> InitializerCatalogue.find(text),
                Initializer::key);
    }

    static OptionValue<LayerWidths.Listed> widths() {
        return new OptionValue<>(
                Form.NUMBERS,
                List::of,
                (_, text) -> LayerWidths.Listed.parse(text),
                LayerWidths.Listed::text);
    }

    static OptionValue<Input> input() {
        List<String> choices =
                Stream.concat(
                                Stream.of("normal", "uniform"),
                                Arrays.stream(BundledData.values()).map(Keyed::key))
                        .toList();
        return new OptionValue<>(
                Form.WORD, () -> choices, (_, text) -> readInput(text), Input::text);
    }

    static OptionValue<BinRange> range() {
        return new OptionValue<>(
                Form.WORD,
                () -> List.of("natural", "own"),
                (_, text) -> readRange(text),
                OptionValue::writeRange);
    }

    private static List<String> keys(List<? extends Keyed> catalogue) {
        return catalogue.stream().map(Keyed::key).toList();
    }

    private static long readBytes(String option, String text) {
        Matcher size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new Refusal(
                    "%s \"%s\" is not a size; write for example 512m, 2g or 0"
                            .formatted(option, text));
        }
        int shift =
                switch (size.group(2)) {
                    case "k", "K" -> 10;
                    case "m", "M" -> 20;
                    case "g", "G" -> 30;
                    default -> 0;
                };
        BigInteger bytes = new BigInteger(size.group(1)).shiftLeft(shift);
        if (bytes.bitLength() >= Long.SIZE) {
            throw new Refusal(
                    "%s %s is outside 0..%dg"
                            .formatted(option, text.strip(), Long.MAX_VALUE >> 30));
        }
        return bytes.longValueExact();
    }

    private static double readDecimal(String option, String text) {
        return Numbers.parse(text)
                .orElseThrow(() ->
                        new Refusal(
                                "%s \"%s\" is not a number; write for example 0.5"
                                        .formatted(option, text)));
    }

    private static Input readInput(String text) {
        return switch (text) {
            case "normal" -> new Input.StandardNormal();
            case "uniform" -> new Input.Uniform();
            default -> new Input.Table(DataTables.read(text));
        };
    }

    private static BinRange readRange(String text) {
        if (text.equals("natural")) {
            return new BinRange.Natural();
        }
        if (text.equals("own")) {
            return new BinRange.Own();
        }
        String[] bounds = text.split(",", -1);
        if (bounds.length != 2
                || Numbers.parse(bounds[0]).isEmpty()
                || Numbers.parse(bounds[1]).isEmpty()) {
            throw new Refusal(
                    "range \"%s\" is neither natural, own nor two numbers such as -1,1"
                            .formatted(text));
        }
        return new BinRange.Fixed(
                Numbers.parse(bounds[0]).getAsDouble(), Numbers.parse(bounds[1]).getAsDouble());
    }

    private static String writeRange(BinRange range) {
        return switch (range) {
            case BinRange.Natural _ -> "natural";
            case BinRange.Own _ -> "own";
            case BinRange.Fixed(double low, double high) ->
                    Numbers.plain(low) + "," + Numbers.plain(high);
        };
    }
}
