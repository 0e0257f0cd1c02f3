package dev.weightscope.model;

import java.util.EnumMap;
import java.util.Map;

/// The parameters of the initializer schemes, all of them: a scheme reads those it names, and the
/// others wait, so that a number typed for one scheme is still there after a look at another.
///
/// @param numbers a value within bounds for each [InitializerParameter]
public record InitializerParameters(
        Map<InitializerParameter, Double> numbers, FanMode mode, Distribution distribution) {
    public static final InitializerParameters DEFAULTS =
            new InitializerParameters(Map.of(), FanMode.FAN_IN, Distribution.TRUNCATED);

    public InitializerParameters {
        Map<InitializerParameter, Double> complete = new EnumMap<>(InitializerParameter.class);
        for (InitializerParameter parameter : InitializerParameter.values()) {
            double value = numbers.getOrDefault(parameter, parameter.defaultValue());
            complete.put(
                    parameter,
                    Require.inRange(parameter.key(), value, parameter.low(), parameter.high()));
        }
        numbers = Map.copyOf(complete);
    }

    public double get(InitializerParameter parameter) {
        return numbers.getOrDefault(parameter, parameter.defaultValue());
    }

    public InitializerParameters with(InitializerParameter parameter, double value) {
        Map<InitializerParameter, Double> changed = new EnumMap<>(numbers);
        changed.put(parameter, value);
        return new InitializerParameters(changed, mode, distribution);
    }

    public InitializerParameters withMode(FanMode newMode) {
        return new InitializerParameters(numbers, newMode, distribution);
    }

    public InitializerParameters withDistribution(Distribution newDistribution) {
        return new InitializerParameters(numbers, mode, newDistribution);
    }
}
