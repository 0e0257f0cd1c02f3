package dev.weightscope.arguments;

import dev.weightscope.data.DataTables;
import dev.weightscope.model.BinRange;
import dev.weightscope.model.BranchScale;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.Input;
import dev.weightscope.model.LayerWidths;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.TextCodec;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// The parts of an experiment whose text is of their own kind.
final class ExperimentCodecs {
    static final Codec<LayerWidths.Listed> WIDTHS =
            new TextCodec<>(
                    Codec.Form.NUMBERS,
                    "N,N,...",
                    List.of(),
                    List.of("784,100,100,10", "3,2", "30,20,10,5,1"),
                    (_, text) -> LayerWidths.Listed.parse(text),
                    LayerWidths.Listed::text);

    /// The name of an input: what it holds is read where it is known how.
    static final Codec<String> INPUT =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "normal|uniform|KEY|FILE.csv",
                    Stream.concat(Stream.of("normal", "uniform"), DataTables.keys().stream())
                            .toList(),
                    List.of("normal", "uniform", "breast-cancer", "spirals"),
                    (_, text) -> text,
                    text -> text);

    static final Codec<BinRange> RANGE =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "LOW,HIGH|natural|own",
                    List.of("natural", "own"),
                    List.of("natural", "own", "-1,1", "-0.25,3"),
                    (_, text) -> readRange(text),
                    ExperimentCodecs::writeRange);

    private static final Decimal BRANCH_FACTOR = new Decimal(0, BranchScale.MAX_FACTOR);
    private static final String BY_DEPTH = "depth";

    static final Codec<BranchScale> BRANCH_SCALE =
            new TextCodec<>(
                    Codec.Form.WORD,
                    "X|" + BY_DEPTH,
                    List.of(BY_DEPTH),
                    List.of(BY_DEPTH, "0", "0.5", "0.2", "1", "2"),
                    ExperimentCodecs::readBranchScale,
                    ExperimentCodecs::writeBranchScale);

    private ExperimentCodecs() {}

    private static BranchScale readBranchScale(String name, String text) {
        if (text.strip().equals(BY_DEPTH)) {
            return new BranchScale.Depth();
        }
        if (!text.isEmpty() && text.chars().allMatch(Character::isLetter)) {
            throw new Refusal(
                    "%s %s is neither %s nor a number; write for example 0.5"
                            .formatted(name, Quoted.of(text), BY_DEPTH));
        }
        return new BranchScale.Factor(BRANCH_FACTOR.read(name, text));
    }

    private static String writeBranchScale(BranchScale scale) {
        return switch (scale) {
            case BranchScale.Factor(double factor) -> BRANCH_FACTOR.write(factor);
            case BranchScale.Depth() -> BY_DEPTH;
        };
    }

    static Input input(String name, DataReading reading) {
        return switch (name) {
            case "normal" -> new Input.StandardNormal();
            case "uniform" -> new Input.Uniform();
            default -> new Input.Table(DataTables.read(name, reading));
        };
    }

    private static BinRange readRange(String text) {
        return switch (text) {
            case "natural" -> new BinRange.Natural();
            case "own" -> new BinRange.Own();
            default -> readBounds(text);
        };
    }

    private static BinRange readBounds(String text) {
        String[] bounds = text.split(",", 3);
        OptionalDouble low = Numbers.parse(bounds[0]);
        OptionalDouble high =
                bounds.length == 2 ? Numbers.parse(bounds[1]) : OptionalDouble.empty();
        if (low.isEmpty() || high.isEmpty()) {
            throw new Refusal(
                    "range %s is neither natural, own nor two numbers such as -1,1"
                            .formatted(Quoted.of(text)));
        }
        return new BinRange.Fixed(low.getAsDouble(), high.getAsDouble());
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
