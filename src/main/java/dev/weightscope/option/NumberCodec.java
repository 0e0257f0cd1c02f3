package dev.weightscope.option;

import dev.weightscope.model.Refusal;
import java.util.List;

/// A number within bounds, and where in between one wants to drag.
public sealed interface NumberCodec<T extends Number> extends Codec<T>
        permits WholeNumber, Decimal {
    SliderRange slider();

    @Override
    default Form form() {
        return Form.NUMBER;
    }

    @Override
    default List<String> choices() {
        return List.of();
    }

    /// The value of a dragged number.
    T of(double number);

    /// For the help: `1..1000`; empty where every number will do.
    String bounds();

    /// The refusal of a number outside of `bounds`.
    ///
    /// @param number as it is to be shown
    static Refusal outside(String name, String number, String bounds) {
        return new Refusal("%s %s is outside %s".formatted(name, number, bounds));
    }
}
