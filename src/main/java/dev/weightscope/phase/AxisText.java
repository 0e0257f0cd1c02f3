package dev.weightscope.phase;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.OptionalDouble;

/// A [GridAxis] as it is typed: `0,4,96`.
final class AxisText {
    private AxisText() {}

    static GridAxis parse(String name, String text) {
        String[] parts = text.strip().split(",", -1);
        if (parts.length == 3) {
            OptionalDouble low = Numbers.parse(parts[0].strip());
            OptionalDouble high = Numbers.parse(parts[1].strip());
            if (low.isPresent() && high.isPresent() && parts[2].strip().matches("[0-9]{1,9}")) {
                try {
                    return new GridAxis(
                            low.getAsDouble(),
                            high.getAsDouble(),
                            Integer.parseInt(parts[2].strip()));
                } catch (Refusal refusal) {
                    throw new Refusal(name + " " + Quoted.of(text) + ": " + refusal.getMessage());
                }
            }
        }
        throw new Refusal(
                "%s %s is not LOW,HIGH,N: two numbers and how many points, for example 0,4,96"
                        .formatted(name, Quoted.of(text)));
    }

    static String of(GridAxis axis) {
        return "%s,%s,%d"
                .formatted(Numbers.plain(axis.low()), Numbers.plain(axis.high()), axis.count());
    }
}
