package dev.weightscope.option;

import dev.weightscope.model.Quoted;
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

    /// The refusal of a text that no number of this kind is read from.
    ///
    /// @param bounds of the numbers; empty where every number will do
    /// @param kind what it should have been: `a number`
    /// @param example what could have been written
    static Refusal none(String name, String text, String bounds, String kind, String example) {
        return TypedNumber.isBeyondAll(text) && !bounds.isEmpty()
                ? outside(name, text.strip(), bounds)
                : new Refusal(
                        "%s %s is not %s; write for example %s"
                                .formatted(name, Quoted.of(text), kind, example));
    }

    /// The refusal of a number outside of `bounds`.
    ///
    /// @param number as it is to be shown
    static Refusal outside(String name, String number, String bounds) {
        return new Refusal("%s %s is outside %s".formatted(name, number, bounds));
    }
}
