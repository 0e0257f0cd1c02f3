package dev.weightscope.animation;

import dev.weightscope.memory.MemoryNeed;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.Option;
import dev.weightscope.option.SliderScale;
import dev.weightscope.option.SpacedNumbers;
import java.util.List;

/// The way of one number of some settings, from one value to another, in steps of equal length or,
/// on a logarithmic scale, of equal ratio.
///
/// @param <B> the settings: an [Experiment], a lab's, or the number itself
/// @param option of a number
/// @param frames how many values, the first and the last included: 2..[#MOST_FRAMES]
/// @param scale how the way is divided
public record Sweep<B>(Option<B, ?> option, double from, double to, int frames, SliderScale scale) {
    /// Nobody looks at more.
    public static final int MOST_FRAMES = 1000;

    private static final int TENSORS = 6;
    private static final int BYTES_OF_STATISTICS = 500;

    /// @throws Refusal in one sentence, if there is no such way
    public Sweep {
        if (!(option.codec() instanceof NumberCodec<?>)) {
            throw new Refusal("%s is no number and cannot be animated".formatted(option.key()));
        }
        if (frames < 2 || frames > MOST_FRAMES) {
            throw new Refusal("frames %d is outside 2..%d".formatted(frames, MOST_FRAMES));
        }
        if (from == to) {
            throw new Refusal(
                    "from and to are both %s; give two values".formatted(Numbers.plain(from)));
        }
        if (scale == SliderScale.LOG && (from <= 0 || to <= 0)) {
            throw new Refusal(
                    "a logarithmic way is above 0 and not from %s to %s"
                            .formatted(Numbers.plain(from), Numbers.plain(to)));
        }
    }

    /// As text, divided as the option's slider is, where that is possible.
    ///
    /// @throws Refusal in one sentence, if there is no such way
    public static <B> Sweep<B> of(Option<B, ?> option, String from, String to, int frames) {
        if (!(option.codec() instanceof NumberCodec<?> number)) {
            throw new Refusal("%s is no number and cannot be animated".formatted(option.key()));
        }
        double first = number.read("from", from).doubleValue();
        double last = number.read("to", to).doubleValue();
        boolean isLog = number.slider().scale() == SliderScale.LOG && Math.min(first, last) > 0;
        return new Sweep<>(
                option, first, last, frames, isLog ? SliderScale.LOG : SliderScale.LINEAR);
    }

    /// The same way, divided in another manner.
    ///
    /// @throws Refusal in one sentence, if it is to be divided logarithmically and is not above 0
    public Sweep<B> in(SliderScale other) {
        return new Sweep<>(option, from, to, frames, other);
    }

    /// What has a number to be animated, of all options.
    public static <B> List<Option<B, ?>> animated(List<Option<B, ?>> options) {
        return options.stream().filter(each -> each.codec() instanceof NumberCodec<?>).toList();
    }

    /// The text of each value, in as many digits as tell it from its neighbours.
    public List<String> values() {
        return numbers().texts();
    }

    private SpacedNumbers numbers() {
        if (!(option.codec() instanceof NumberCodec<?> number)) {
            throw new IllegalStateException(option.key() + " is no number"); // refused before
        }
        return new SpacedNumbers(number, from, to, frames, scale);
    }

    /// Of the way, counted from 0.
    double share(int frame) {
        return numbers().share(frame);
    }

    /// The settings at each value.
    ///
    /// @throws Refusal in one sentence, if they do not read the option, or cannot have a value
    public List<B> at(B base) {
        if (option.get(base).isEmpty()) {
            throw new Refusal(
                    "%s is not read by this experiment and cannot be animated"
                            .formatted(Quoted.value(option.key())));
        }
        return values().stream().<B>map(value -> option.read(base, value)).toList();
    }

    /// The experiment at each value.
    ///
    /// @throws Refusal in one sentence, as [#at], or if there is no room for what is drawn of all
    ///   of them
    public static List<Experiment> experiments(Sweep<Experiment> sweep, Experiment base) {
        List<Experiment> experiments = sweep.at(base);
        new MemoryNeed(
                        "an animation of %d frames".formatted(sweep.frames()),
                        experiments.stream().mapToLong(Sweep::bytes).sum(),
                        "fewer frames, fewer layers or fewer bins")
                .requireWithin(Runtime.getRuntime().maxMemory() / 2);
        return experiments;
    }

    /// Of the pictures of an answer, which are kept until all are there: of each layer the
    /// statistics of six tensors.
    private static long bytes(Experiment experiment) {
        long ofATensor = BYTES_OF_STATISTICS + (long) Long.BYTES * experiment.binning().bins();
        return TENSORS * ofATensor * experiment.depth();
    }

    /// How values are told: `Gain 1.25`.
    String label(String value) {
        return option.label() + " " + value;
    }

    /// `gain 0.5 to 3, 60 frames`.
    public String text() {
        return "%s %s to %s, %d frames"
                .formatted(option.key(), numbers().first(), numbers().last(), frames);
    }
}
