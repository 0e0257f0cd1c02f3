package dev.weightscope.ui.controls;

import dev.weightscope.model.Keyed;
import dev.weightscope.option.Flag;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.OneOf;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.option.TextCodec;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// The control of an option, made from its description: a number between bounds has a slider, a
/// member of a catalogue a choice, a flag a box, all else a field. It follows the settings, and is
/// not shown while they do not read the option.
public final class OptionRow {
    private OptionRow() {}

    /// @param settings in force
    /// @param onEdit called with each change that a person asks for
    public static <S> Node of(
            Options<S> options,
            Option<S, ?> option,
            ObservableValue<S> settings,
            Commit<UnaryOperator<S>> onEdit) {
        return switch (option.codec()) {
            case NumberCodec<?> unbounded when unbounded.bounds().isEmpty() ->
                    field(option, CommitField.Content.NUMBER, settings, onEdit);
            case NumberCodec<?> _ -> {
                NumberSlider slider = NumberSlider.of(options, number(option), onEdit);
                yield following(
                        settings,
                        number(option)::get,
                        value -> slider.show(value.doubleValue()),
                        slider);
            }
            case OneOf<?>(var catalogue) -> {
                List<? extends Keyed> items = catalogue.get();
                Choice<Keyed> choice =
                        new Choice<>(
                                option.label(),
                                List.copyOf(items),
                                Keyed::label,
                                picked -> onEdit.accept(now -> option.read(now, picked.key())));
                yield following(
                        settings,
                        option::write,
                        key -> choice.show(Keyed.find(option.key(), items, key)),
                        choice);
            }
            case Flag _ -> {
                FlagRow flag =
                        new FlagRow(
                                option.label(),
                                isOn -> onEdit.accept(now -> flag(option).with(now, isOn)));
                yield following(settings, flag(option)::get, flag::show, flag);
            }
            case TextCodec<?> _ -> field(option, CommitField.Content.TEXT, settings, onEdit);
        };
    }

    private static <S> Node field(
            Option<S, ?> option,
            CommitField.Content content,
            ObservableValue<S> settings,
            Commit<UnaryOperator<S>> onEdit) {
        FieldRow field =
                new FieldRow(
                        option.label(),
                        content,
                        text -> onEdit.accept(now -> option.read(now, text)));
        field.setOption(option.key());
        return following(settings, option::write, field::show, field);
    }

    private interface Get<S, V> {
        Optional<V> of(S settings);
    }

    private static <S, V> Node following(
            ObservableValue<S> settings, Get<S, V> get, Consumer<V> show, Node row) {
        settings.subscribe(now -> {
            Optional<V> value = get.of(now);
            Shown.when(row, value.isPresent());
            value.ifPresent(show);
        });
        return row;
    }

    /// An option whose codec is a flag's is on or off.
    @SuppressWarnings("unchecked")
    private static <S> Option<S, Boolean> flag(Option<S, ?> option) {
        return (Option<S, Boolean>) option;
    }

    /// An option whose codec is a number's has numbers for values.
    @SuppressWarnings("unchecked")
    private static <S> Option<S, ? extends Number> number(Option<S, ?> option) {
        return (Option<S, ? extends Number>) option;
    }
}
