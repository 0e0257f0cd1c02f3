package dev.weightscope.arguments;

import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DecimalMark;
import dev.weightscope.model.DrawnPoints;
import dev.weightscope.model.HeaderLine;
import dev.weightscope.model.MissingValues;
import dev.weightscope.model.Sampling;
import dev.weightscope.model.Scaling;
import dev.weightscope.model.Separator;
import dev.weightscope.model.TargetChoice;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.TextCodec;
import dev.weightscope.option.WholeNumber;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// How numbers come out of a file or a drawn data set, as options: the same for a network's input
/// and for training.
public final class DataOptions {
    public static final Option<DataReading, Separator> SEPARATOR =
            option(
                    "separator",
                    "Separator",
                    "What stands between the values of a file.",
                    OneOf.of(Separator.values()),
                    DataReading::withSeparator,
                    DataReading::separator);

    public static final Option<DataReading, DecimalMark> DECIMAL =
            option(
                    "decimal",
                    "Decimals",
                    "What stands before the decimals of a file's numbers.",
                    OneOf.of(DecimalMark.values()),
                    DataReading::withDecimal,
                    DataReading::decimal);

    public static final Option<DataReading, HeaderLine> HEADER =
            option(
                    "header",
                    "Header",
                    "Whether a file's first line names its columns.",
                    OneOf.of(HeaderLine.values()),
                    DataReading::withHeader,
                    DataReading::header);

    public static final Option<DataReading, MissingValues> MISSING =
            option(
                    "missing",
                    "Missing values",
                    "What becomes of a file's row where a number is missing.",
                    OneOf.of(MissingValues.values()),
                    DataReading::withMissing,
                    DataReading::missing);

    public static final Option<DataReading, ColumnChoice> COLUMNS =
            option(
                    "columns",
                    "Columns",
                    "Which columns of a file are inputs, by name or number: a,b alone, or all but"
                            + " those with a minus, -c.",
                    new TextCodec<>(
                            Codec.Form.WORD,
                            "all|A,B,-C,...",
                            List.of("all"),
                            List.of("all", "1,2", "-1"),
                            (_, text) -> ColumnChoice.parse(text),
                            ColumnChoice::text),
                    DataReading::withColumns,
                    DataReading::columns);

    public static final Option<DataReading, TargetChoice> TARGET =
            option(
                    "target",
                    "Target",
                    "Which column of a file is to be learnt and no input; auto is one called"
                            + " target, label or class.",
                    new TextCodec<>(
                            Codec.Form.WORD,
                            "auto|NAME|last|none",
                            List.of("auto", "last", "none"),
                            List.of("auto", "last", "none", "2"),
                            (_, text) -> TargetChoice.parse(text),
                            TargetChoice::text),
                    DataReading::withTarget,
                    DataReading::target);

    public static final Option<DataReading, Scaling> SCALING =
            option(
                    "scaling",
                    "Scaling",
                    "What becomes of a file's inputs: each column to mean 0 and std 1, and so a"
                            + " target that is a number; all divided by the largest magnitude among"
                            + " them, as pixels 0..255 become 0..1; or as they are.",
                    OneOf.of(Scaling.values()),
                    DataReading::withScaling,
                    DataReading::scaling);

    public static final Option<DataReading, Long> POINTS =
            option(
                    "points",
                    "Points",
                    "Of a drawn data set.",
                    new WholeNumber(2, Sampling.MAX_SAMPLES, SliderRange.log(2, 10_000)),
                    (reading, points) ->
                            reading.withDrawn(reading.drawn().withPoints(points.intValue())),
                    reading -> (long) reading.drawn().points());

    public static final Option<DataReading, Double> NOISE =
            option(
                    "noise",
                    "Noise",
                    "Std of the noise in a drawn data set.",
                    new Decimal(0, DrawnPoints.MAX_NOISE, SliderRange.linear(0, 1)),
                    (reading, noise) -> reading.withDrawn(reading.drawn().withNoise(noise)),
                    reading -> reading.drawn().noise());

    public static final Option<DataReading, Long> DATA_SEED =
            option(
                    "data-seed",
                    "Data seed",
                    "Picks the draw of a drawn data set.",
                    new WholeNumber(Long.MIN_VALUE, Long.MAX_VALUE),
                    (reading, seed) -> reading.withDrawn(reading.drawn().withSeed(seed)),
                    reading -> reading.drawn().seed());

    public static final Options<DataReading> ALL =
            new Options<>(
                    DataReading.DEFAULT,
                    List.of(
                            SEPARATOR, DECIMAL, HEADER, MISSING, COLUMNS, TARGET, SCALING, POINTS,
                            NOISE, DATA_SEED));

    private DataOptions() {}

    private static <T> Option<DataReading, T> option(
            String key,
            String label,
            String help,
            Codec<T> codec,
            BiFunction<DataReading, T, DataReading> with,
            Function<DataReading, T> get) {
        return Option.of(key, label, help, codec, with, get).unsaidAtDefault();
    }
}
