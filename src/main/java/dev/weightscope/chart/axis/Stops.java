package dev.weightscope.chart.axis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The places of an axis that counts, such as the layers of a network or the steps of a run.
///
/// @param noun what a place is called: `Layer`
/// @param zero what place 0 is called: `Input`; empty for its number
/// @param numbers of the places, ascending; at least one
/// @param last what the last place is called; empty for its number
/// @param measured what the places are values of, where the axis measures instead of counting
public record Stops(
        String noun,
        String zero,
        List<Integer> numbers,
        Optional<Name> last,
        Optional<Measured> measured) {
    /// What the whole way is divided into where the axis measures: places are counted in these.
    private static final int PARTS = 1_000_000;

    private static final String WIDE_VALUE = "0.005";

    /// @param brief below an axis
    public record Name(String whole, String brief) {}

    /// The last place has its number.
    public Stops(String noun, String zero, List<Integer> numbers) {
        this(noun, zero, numbers, Optional.empty(), Optional.empty());
    }

    /// An axis of values in the place of counted places.
    ///
    /// @param names of the places' values, in their order
    /// @param range from the first value to the last
    public record Measured(List<String> names, Range range, ValueScale scale) {
        public Measured {
            names = List.copyOf(names);
        }
    }

    /// Places that are values of a number.
    ///
    /// @param noun what the number is called: `Gain`
    /// @param shares of the way from the first value of the axis to the last, ascending from 0 to 1
    public static Stops measured(String noun, List<Double> shares, Measured values) {
        return new Stops(
                noun,
                "",
                shares.stream().map(Stops::numberOf).toList(),
                Optional.empty(),
                Optional.of(values));
    }

    /// The number of the place at a share of the way of an axis that measures.
    public static int numberOf(double share) {
        return (int) Math.round(share * PARTS);
    }

    public Stops {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("an axis needs a place");
        }
    }

    /// The input and the layers 1..depth.
    public static Stops layers(int depth) {
        return new Stops("Layer", "Input", IntStream.rangeClosed(0, depth).boxed().toList());
    }

    public int count() {
        return numbers.size();
    }

    /// The first `count` places.
    public Stops first(int count) {
        return count >= count()
                ? this
                : new Stops(noun, zero, numbers.subList(0, count), Optional.empty(), measured);
    }

    /// With a name for the last place.
    public Stops withLast(Name name) {
        return new Stops(noun, zero, numbers, Optional.of(name), measured);
    }

    /// What a place is called, by its index.
    public String name(int index) {
        if (measured.isPresent()) {
            return noun + " " + measured.get().names().get(index);
        }
        int number = numbers.get(index);
        if (last.isPresent() && index == count() - 1) {
            return last.get().whole();
        }
        return number == 0 && !zero.isEmpty() ? zero : noun + " " + number;
    }

    /// What an axis that measures is called: `gain, log`; empty for one that counts.
    public String axisName() {
        return measured.map(values ->
                        noun.toLowerCase(Locale.ROOT)
                                + (values.scale() == ValueScale.LOG ? ", log" : ""))
                .orElse("");
    }

    /// A text as wide as the widest below the axis.
    public String widest() {
        return measured.isPresent() ? WIDE_VALUE : Integer.toString(numbers.getLast());
    }

    /// Where a place lies, by its index: 0 for the first, 1 for the last.
    public double share(int index) {
        return shareOf(numbers.get(index));
    }

    /// Where a number lies, be there a place or not.
    public double shareOf(double number) {
        return span() == 0 ? 0 : (number - numbers.getFirst()) / span();
    }

    /// The index of the place nearest to a share of the way.
    public int nearest(double share) {
        double number = numbers.getFirst() + share * span();
        int low = 0;
        int high = count() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (number > (numbers.get(middle) + numbers.get(middle + 1)) / 2.0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The index of a place, or of the first one after it.
    public int indexOf(int number) {
        int index = numbers.indexOf(number);
        return index >= 0 ? index : nearest(shareOf(number));
    }

    private double span() {
        return (double) numbers.getLast() - numbers.getFirst();
    }

    /// The first place, round numbers and the last place, at least `spacing` units of length apart;
    /// a tick's value is its share of the way.
    public List<Tick> ticks(double length, double spacing) {
        if (measured.isPresent()) {
            return areFewWholeNumbers(length, spacing)
                    ? placeTicks(measured.get().names())
                    : valueTicks(measured.get(), (int) (length / spacing));
        }
        List<Tick> ticks = numberTicks(length, spacing);
        last.ifPresent(name ->
                ticks.set(ticks.size() - 1, new Tick(ticks.getLast().value(), name.brief())));
        return ticks;
    }

    /// Whether there is room for the name of each place.
    private boolean areFewWholeNumbers(double length, double spacing) {
        return measured.orElseThrow().names().stream()
                        .allMatch(name -> name.chars().allMatch(Character::isDigit))
                && IntStream.range(1, count())
                        .allMatch(i -> (share(i) - share(i - 1)) * length >= spacing);
    }

    private List<Tick> placeTicks(List<String> names) {
        return IntStream.range(0, count()).mapToObj(i -> new Tick(share(i), names.get(i))).toList();
    }

    private static List<Tick> valueTicks(Measured values, int most) {
        return values.scale().ticks(values.range(), most).stream()
                .map(tick ->
                        new Tick(values.scale().share(values.range(), tick.value()), tick.label()))
                .toList();
    }

    private List<Tick> numberTicks(double length, double spacing) {
        int first = numbers.getFirst();
        int last = numbers.getLast();
        List<Tick> ticks = new ArrayList<>();
        boolean isNamed = first == 0 && !zero.isEmpty();
        ticks.add(new Tick(0, isNamed ? zero.toLowerCase(Locale.ROOT) : Integer.toString(first)));
        if (span() == 0) {
            return ticks;
        }
        double room = length / span();
        int step = LayerTicks.step(room, spacing);
        // The first place's name may be wider than a number.
        double clear = isNamed ? spacing * 1.2 : spacing;
        for (long number = (long) (first / step + 1) * step; number <= last; number += step) {
            boolean isClearOfFirst = (number - first) * room >= clear;
            boolean isClearOfLast = number == last || (last - number) * room >= spacing;
            if (isClearOfFirst && isClearOfLast) {
                ticks.add(new Tick(shareOf((double) number), Long.toString(number)));
            }
        }
        if (ticks.getLast().value() < 1) {
            ticks.add(new Tick(1, Integer.toString(last)));
        }
        return ticks;
    }
}
