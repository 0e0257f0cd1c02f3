package dev.weightscope.ui;

import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.FieldRow;
import dev.weightscope.ui.controls.NumberSlider;
import dev.weightscope.ui.controls.Section;
import dev.weightscope.ui.state.LabState;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A lab's own settings as controls, each made from its option: a number has a slider, a member of
/// a catalogue a choice, all else a field. What the settings do not read is not shown.
final class LabOptions<S> extends VBox {
    private final LabState<S, ?> state;
    private final Options<S> options;

    LabOptions(String label, Options<S> options, LabState<S, ?> state) {
        this.state = state;
        this.options = options;
        getStyleClass().add("panel-content");
        Section section = new Section(label);
        options.list().forEach(option -> section.getChildren().add(row(option)));
        getChildren().add(section);
    }

    private <T> Node row(Option<S, T> option) {
        if (option.codec() instanceof NumberCodec<?>) {
            NumberSlider slider = NumberSlider.of(options, number(option), state::edit);
            return following(
                    option,
                    slider,
                    settings ->
                            () ->
                                    option.get(settings)
                                            .ifPresent(value ->
                                                    slider.show(((Number) value).doubleValue())));
        }
        if (!option.codec().choices().isEmpty()) {
            Choice<String> choice =
                    new Choice<>(
                            option.label(),
                            option.codec().choices(),
                            Function.identity(),
                            text -> state.edit(settings -> option.read(settings, text)));
            return following(
                    option,
                    choice,
                    settings -> () -> option.write(settings).ifPresent(choice::show));
        }
        FieldRow field =
                new FieldRow(
                        option.label(),
                        text -> state.edit(settings -> option.read(settings, text)));
        return following(
                option, field, settings -> () -> option.write(settings).ifPresent(field::show));
    }

    private Node following(Option<S, ?> option, Node row, Function<S, Runnable> show) {
        state.liveProperty()
                .map(live -> live.question().settings())
                .subscribe(settings -> {
                    boolean isRead = option.get(settings).isPresent();
                    row.setVisible(isRead);
                    row.setManaged(isRead);
                    show.apply(settings).run();
                });
        return row;
    }

    /// An option whose codec is a number's has numbers for values.
    @SuppressWarnings("unchecked")
    private static <S> Option<S, Double> number(Option<S, ?> option) {
        return (Option<S, Double>) option;
    }
}
