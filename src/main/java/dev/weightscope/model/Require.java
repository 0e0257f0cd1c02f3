package dev.weightscope.model;

/// Argument checks whose messages name the value, the bound and nothing else a person would have to
/// decode.
final class Require {
    private Require() {}

    static int inRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new Refusal("%s %d is outside %d..%d".formatted(name, value, low, high));
        }
        return value;
    }

    static double inRange(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) { // written so that NaN fails
            throw new Refusal(
                    "%s %s is outside %s..%s"
                            .formatted(
                                    name,
                                    Numbers.plain(value),
                                    Numbers.plain(low),
                                    Numbers.plain(high)));
        }
        return value;
    }
}
