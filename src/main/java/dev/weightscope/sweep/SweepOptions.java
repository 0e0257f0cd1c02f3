package dev.weightscope.sweep;

import dev.weightscope.model.Keyed;
import dev.weightscope.model.Numbers;
import dev.weightscope.option.Codec;
import dev.weightscope.option.Decimal;
import dev.weightscope.option.Flag;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.SliderScale;
import dev.weightscope.option.TextCodec;
import dev.weightscope.option.WholeNumber;
import dev.weightscope.race.TrainingLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The options of [SweepSettings].
final class SweepOptions {
    private static final String AUTO = "auto";

    /// What the second axis is of: an option, or nothing.
    private record Second(Optional<Option<Setup, ?>> option) implements Keyed {
        @Override
        public String key() {
            return option.map(Option::key).orElse("none");
        }

        @Override
        public String label() {
            return option.map(Option::label).orElse("–");
        }
    }

    static final Option<SweepSettings, Option<Setup, ?>> OVER =
            Option.of(
                    "over",
                    "x",
                    "The number that is swept; see list swept.",
                    new OneOf<Option<Setup, ?>>(() -> SweptOptions.ALL),
                    (settings, option) -> settings.withOver(settings.over().withOption(option)),
                    settings -> settings.over().option());

    private static final Option<SweepSettings, Second> AND =
            Option.of(
                    "and",
                    "also by",
                    "A second number, for a map; none for curves alone.",
                    new OneOf<>(SweepOptions::seconds),
                    (settings, second) ->
                            settings.withAnd(
                                    second.option()
                                            .map(
                                                    settings.and().orElseGet(SweepSettings::second)
                                                            ::withOption)),
                    settings -> new Second(settings.and().map(Way::option)));

    static final Option<SweepSettings, Measure> MEASURE =
            Option.of(
                    "measure",
                    "y",
                    "What is measured; see list measures.",
                    new OneOf<>(() -> Measures.ALL),
                    SweepSettings::withMeasure,
                    SweepSettings::measure);

    private static final Option<SweepSettings, Long> DRAWS =
            Option.of(
                    "draws",
                    "Draws",
                    "How many networks to draw at each point, of seeds that follow each other.",
                    new WholeNumber(
                            1,
                            SweepSettings.MOST_DRAWS,
                            SliderRange.log(1, SweepSettings.MOST_DRAWS)),
                    (settings, draws) -> settings.withDraws(draws.intValue()),
                    settings -> (long) settings.draws());

    static final Option<SweepSettings, Slice> SLICE =
            Option.<SweepSettings, Slice>of(
                            SweepLab.SHARE,
                            "Slice",
                            "Compute this share of all runs alone; the CSV tables of all shares,"
                                    + " one behind the other, are that of the whole.",
                            new TextCodec<>(
                                    Codec.Form.WORD,
                                    "K/N",
                                    List.of(),
                                    List.of("1/1", "2/3"),
                                    (_, text) -> Slice.read(text),
                                    Slice::text),
                            SweepSettings::withSlice,
                            SweepSettings::slice)
                    .unsaidAtDefault();

    /// What is swept and measured.
    static final List<Option<SweepSettings, ?>> OWN = own();

    /// With those of a training.
    static final Options<SweepSettings> ALL = new Options<>(SweepSettings.DEFAULT, all());

    private SweepOptions() {}

    private static List<Second> seconds() {
        List<Second> seconds = new ArrayList<>();
        seconds.add(new Second(Optional.empty()));
        SweptOptions.ALL.forEach(option -> seconds.add(new Second(Optional.of(option))));
        return seconds;
    }

    private static List<Option<SweepSettings, ?>> own() {
        List<Option<SweepSettings, ?>> own = new ArrayList<>();
        own.add(OVER);
        own.addAll(
                way(
                        "",
                        settings -> Optional.of(settings.over()),
                        (settings, way) -> settings.withOver(way)));
        own.add(MEASURE);
        own.add(AND);
        way("2", SweepSettings::and, (settings, way) -> settings.withAnd(Optional.of(way)))
                .forEach(option -> own.add(option.ownedBy(AND)));
        own.add(DRAWS);
        own.add(SLICE);
        return List.copyOf(own);
    }

    private static List<Option<SweepSettings, ?>> all() {
        List<Option<SweepSettings, ?>> all = new ArrayList<>(OWN);
        new TrainingLab()
                .options().list().stream()
                        .filter(option -> !option.key().equals(DRAWS.key()))
                        .map(option ->
                                option.within(SweepSettings::training, SweepSettings::withTraining))
                        .forEach(all::add);
        return all;
    }

    /// The options of an axis.
    ///
    /// @param suffix of its keys
    private static List<Option<SweepSettings, ?>> way(
            String suffix,
            Function<SweepSettings, Optional<Way>> get,
            BiFunction<SweepSettings, Way, SweepSettings> with) {
        return List.of(
                part(
                        "from" + suffix,
                        "from",
                        "The first value; auto for where its slider begins.",
                        end(),
                        Way::withFrom,
                        Way::from,
                        get,
                        with),
                part(
                        "to" + suffix,
                        "to",
                        "The last value; auto for where its slider ends.",
                        end(),
                        Way::withTo,
                        Way::to,
                        get,
                        with),
                part(
                        "points" + suffix,
                        "points",
                        "How many values.",
                        new WholeNumber(2, Way.MOST_POINTS, SliderRange.log(2, 200)),
                        (way, points) -> way.withPoints(points.intValue()),
                        way -> (long) way.points(),
                        get,
                        with),
                part(
                        "log" + suffix,
                        "log",
                        "Values at equal ratios.",
                        new Flag(),
                        (way, isLog) -> way.withScale(isLog ? SliderScale.LOG : SliderScale.LINEAR),
                        way -> way.scale() == SliderScale.LOG,
                        get,
                        with));
    }

    private static TextCodec<OptionalDouble> end() {
        return new TextCodec<>(
                Codec.Form.WORD,
                "X|auto",
                List.of(AUTO),
                List.of(AUTO, "0.5", "3"),
                (name, text) ->
                        text.strip().equals(AUTO)
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(Decimal.ANY.read(name, text)),
                end -> end.isPresent() ? Numbers.plain(end.getAsDouble()) : AUTO);
    }

    private static <T> Option<SweepSettings, T> part(
            String key,
            String label,
            String help,
            Codec<T> codec,
            BiFunction<Way, T, Way> withPart,
            Function<Way, T> part,
            Function<SweepSettings, Optional<Way>> get,
            BiFunction<SweepSettings, Way, SweepSettings> with) {
        return Option.partial(
                key,
                label,
                help,
                codec,
                (settings, value) ->
                        get.apply(settings)
                                .map(way -> with.apply(settings, withPart.apply(way, value)))
                                .orElse(settings),
                settings -> get.apply(settings).map(part));
    }
}
