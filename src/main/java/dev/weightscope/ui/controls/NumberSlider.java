package dev.weightscope.ui.controls;

import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.Option;
import dev.weightscope.option.Options;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// A number with a name, a slider and an exact field.
///
/// Arrow keys step, the page keys step ten times as far, Home and End go to the ends, a double
/// click on the slider returns to the default. The field takes any number that the model takes,
/// also beyond the slider's ends.
public final class NumberSlider extends FormRow {
    private static final double FIELD_WIDTH = 66;
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");

    private final String name;
    private final NumberRange range;
    private final Commit<Double> onEdit;
    private final FilledSlider slider = new FilledSlider();
    private final CommitField field;
    private final Message message;
    private final MarkRow marks = new MarkRow(slider, this::positionOf, this::request);
    private final ZoneLabels zoneLabels = new ZoneLabels(slider, this::positionOf);
    private double value;
    private String text = "";
    private boolean showing;
    private @Nullable Tooltip exact;

    /// @param onEdit called with each value a person asks for
    public NumberSlider(String name, NumberRange range, Commit<Double> onEdit) {
        this(name, range, onEdit, text -> onEdit.accept(range.parse(name, text)));
    }

    /// A number for which a word may stand too.
    ///
    /// @param onEdit called with each value a person asks for, but by the field
    /// @param onText called with each text that is entered in the field
    public NumberSlider(
            String name, NumberRange range, Commit<Double> onEdit, Commit<String> onText) {
        this.name = name;
        this.range = range;
        this.onEdit = onEdit;
        field = new CommitField(name, CommitField.Content.NUMBER, onText);
        message = new Message(field.messageProperty());
        field.setPrefWidth(FIELD_WIDTH);
        field.setMinWidth(FIELD_WIDTH);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::stepInField);
        field.addEventHandler(CommitField.DONE, this::returnToSlider);
        slider.setAccessibleText(name + " slider");
        slider.addEventFilter(KeyEvent.KEY_PRESSED, this::stepOnSlider);
        slider.addEventHandler(MouseEvent.MOUSE_CLICKED, this::resetOnDoubleClick);
        slider.valueProperty()
                .addListener((_, _, position) -> followSlider(position.doubleValue()));
        getStyleClass().add("number-slider");
        slider.setMaxWidth(Double.MAX_VALUE);
        addRow(0, label(name, field), new Still(slider), new Still(field));
        add(marks, 1, 1, 2, 1);
        add(message, 0, 2, 3, 1);
    }

    /// The slider of an option, under its label.
    ///
    /// @param onEdit called with each change that a person asks for
    public static <S, T extends Number> NumberSlider of(
            Options<S> options, Option<S, T> option, Commit<UnaryOperator<S>> onEdit) {
        NumberCodec<T> codec = NumberRange.numbers(option.codec());
        NumberSlider slider =
                new NumberSlider(
                        option.label(),
                        NumberRange.of(options, option),
                        value -> onEdit.accept(settings -> option.with(settings, codec.of(value))));
        slider.setOption(option.key());
        return slider;
    }

    /// Shows the value in force.
    public void show(double newValue) {
        show(newValue, range.text(newValue));
    }

    /// Shows the value in force, and in the field the word that stands for it.
    public void show(double newValue, String newText) {
        if (!newText.equals(text) || newValue != value) {
            value = newValue;
            text = newText;
            showExact(Numbers.plain(newValue));
            marks.highlight(newValue);
            zoneLabels.highlight(newValue);
        }
        showing = true;
        // The thumb is left alone where it stands for this value: under a finger it must not jump.
        if (range.valueAt(slider.getValue()) != newValue) {
            slider.setValue(range.position(newValue));
        }
        showing = false;
        field.show(text);
    }

    /// Marks values on the slider, to be clicked.
    public void setMarks(List<Mark> newMarks) {
        marks.setMarks(newMarks);
        marks.highlight(value);
    }

    /// Leaves the name to a heading above, and gives its room to the slider.
    ///
    /// @param heading that says the name
    public void nameAbove(Label heading) {
        nameBy(heading);
        getColumnConstraints().getFirst().setPrefWidth(0);
        setHgap(0);
        getStyleClass().add("named-above");
        add(new Still(zoneLabels), 1, 1, 2, 1);
        setRowIndex(marks, 2);
        marks.setManaged(true); // the room of marks that are still to come
        setRowIndex(message, 3);
    }

    /// Colours stretches of the slider, whose name stands above.
    ///
    /// @param instead what to say where there are none, in the place of the marks too
    public void setZones(List<Zone> zones, String instead) {
        slider.showZones(
                zones.stream()
                        .map(zone ->
                                new ZoneBar.Stretch(
                                        range.position(zone.from()),
                                        range.position(zone.to()),
                                        zone.styleClass()))
                        .toList());
        zoneLabels.show(zones, instead);
        marks.cover(!instead.isEmpty());
        zoneLabels.highlight(value);
    }

    /// Shows the zones paler, as those of what was before; or no longer so.
    public void setZonesFaint(boolean faint) {
        slider.pseudoClassStateChanged(FAINT, faint);
        zoneLabels.pseudoClassStateChanged(FAINT, faint);
    }

    /// Gives the slider the focus, to be seen.
    public void enterSlider() {
        KeyFocus.enter(slider);
    }

    public double value() {
        return value;
    }

    /// Where the slider's thumb stands for a value, 0..1 of its way.
    public double positionOf(double marked) {
        return range.position(marked);
    }

    /// In a tooltip, where the field has no room for it. One tooltip stays: to make one takes
    /// longer than all else that a move of the slider changes here.
    private void showExact(String number) {
        if (number.equals(text)) {
            field.setTooltip(null);
        } else {
            if (exact == null) {
                exact = new Tooltip();
            }
            exact.setText(number);
            field.setTooltip(exact);
        }
    }

    private void followSlider(double position) {
        if (!showing) {
            request(range.valueAt(position));
        }
    }

    private void request(double wanted) {
        try {
            onEdit.accept(wanted);
        } catch (Refusal refusal) {
            show(value);
            field.complain(Sentences.finished(refusal));
        }
    }

    private void stepOnSlider(KeyEvent event) {
        switch (event.getCode()) {
            case RIGHT, UP, KP_RIGHT, KP_UP -> request(range.step(value, 1));
            case LEFT, DOWN, KP_LEFT, KP_DOWN -> request(range.step(value, -1));
            case PAGE_UP -> request(range.page(value, 1));
            case PAGE_DOWN -> request(range.page(value, -1));
            case HOME -> request(range.low());
            case END -> request(range.high());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void stepInField(KeyEvent event) {
        switch (event.getCode()) {
            case UP, KP_UP -> request(range.step(value, 1));
            case DOWN, KP_DOWN -> request(range.step(value, -1));
            case PAGE_UP -> request(range.page(value, 1));
            case PAGE_DOWN -> request(range.page(value, -1));
            default -> {
                return;
            }
        }
        field.selectAll();
        event.consume();
    }

    private void returnToSlider(Event done) {
        slider.requestFocus();
        done.consume();
    }

    private void resetOnDoubleClick(MouseEvent event) {
        // A double click just after another click counts 2, 3.
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() > 1) {
            request(range.defaultValue());
            event.consume();
        }
    }

    @Override
    public String toString() {
        return name + " " + range.text(value);
    }
}
