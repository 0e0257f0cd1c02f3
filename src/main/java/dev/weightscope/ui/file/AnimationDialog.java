package dev.weightscope.ui.file;

import dev.weightscope.animation.AnimatedNumber;
import dev.weightscope.animation.SweptQuestion;
import dev.weightscope.animation.Way;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.export.PictureForm;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.SliderRange;
import dev.weightscope.option.SliderScale;
import dev.weightscope.ui.controls.Segments;
import dev.weightscope.ui.controls.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import javafx.util.StringConverter;

/// Asks which number is to go which way, in how many frames.
final class AnimationDialog extends Dialog<AnimationDialog.Chosen> {
    private static final int HINT_WIDTH = 420;

    /// What is asked for.
    ///
    /// @param form [PictureForm#GIF] for one file
    record Chosen(Way way, PictureForm form) {}

    private final Experiment base;
    private final Redraw<?, ?> redraw;
    private final ComboBox<AnimatedNumber> option = new ComboBox<>();
    private final TextField from = field("animation-from", "From");
    private final TextField to = field("animation-to", "To");
    private final TextField frames = field("animation-frames", "Frames");
    private final CheckBox log = new CheckBox("at equal ratios");
    private final ObjectProperty<PictureForm> form = new SimpleObjectProperty<>(PictureForm.GIF);
    private final Label size = new Label();
    private final Node export;

    /// @param picture that is to be animated
    /// @param redraw draws it
    AnimationDialog(
            Window owner, Experiment base, ExportChoice.Picture picture, Redraw<?, ?> redraw) {
        this.base = base;
        this.redraw = redraw;
        initOwner(owner);
        setTitle("Animation");
        option.setId("animation-option");
        option.setAccessibleText("Animated option");
        List<AnimatedNumber> numbers = redraw.numbers(base);
        option.getItems().setAll(numbers);
        option.setConverter(new Labels());
        log.setId("animation-log");
        size.setId("animation-size");
        size.setWrapText(true);
        size.setMaxWidth(HINT_WIDTH);
        Label hint =
                new Label(
                        "Axes stand still: each spans what it needs in any frame. Each frame shows"
                                + " the value.");
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        hint.setMaxWidth(HINT_WIDTH);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("dialog-form");
        grid.addRow(0, new Label("Content"), new Label(picture.picture().name()));
        grid.addRow(1, new Label("Option"), option);
        grid.addRow(2, new Label("From"), from);
        grid.addRow(3, new Label("To"), to);
        grid.addRow(4, new Label("Frames"), frames);
        grid.add(log, 1, 5);
        grid.addRow(6, new Label("File"), forms());
        grid.add(size, 1, 7);
        grid.add(hint, 0, 8, 2, 1);
        getDialogPane().setContent(grid);
        ButtonType place = new ButtonType("Choose place…", ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().addAll(place, ButtonType.CANCEL);
        export = getDialogPane().lookupButton(place);
        frames.setText("60");
        option.valueProperty().subscribe(this::propose);
        option.getSelectionModel().select(usual(numbers, redraw));
        for (TextField each : List.of(from, to, frames)) {
            each.textProperty().subscribe(() -> update(picture));
        }
        log.selectedProperty().subscribe(() -> update(picture));
        form.subscribe(() -> update(picture));
        update(picture);
        setResultConverter(button ->
                button == place
                        ? way().map(way -> new Chosen(way, form.get())).orElse(null)
                        : null);
    }

    /// The moment that is looked at, or else the gain.
    private static AnimatedNumber usual(List<AnimatedNumber> numbers, Redraw<?, ?> redraw) {
        return redraw.lab().moments().isPresent()
                ? numbers.getFirst()
                : numbers.stream()
                        .filter(each -> each.key().equals(ExperimentOptions.GAIN.key()))
                        .findFirst()
                        .orElseThrow();
    }

    private static TextField field(String id, String name) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPrefColumnCount(8);
        field.setMaxWidth(TextField.USE_PREF_SIZE);
        return field;
    }

    private Node forms() {
        return Segments.of(
                List.of(PictureForm.GIF, PictureForm.PNG, PictureForm.SVG, PictureForm.PDF),
                form,
                each ->
                        new Segments.Name(
                                "animation-as-" + each.key(),
                                each == PictureForm.GIF
                                        ? "GIF"
                                        : each.key().toUpperCase(Locale.ROOT) + "s",
                                each == PictureForm.GIF
                                        ? "File: one GIF animation"
                                        : "File: a folder of numbered pictures"));
    }

    /// The way of the option's slider.
    private void propose(AnimatedNumber chosen) {
        if (chosen != null) {
            SliderRange slider = chosen.codec().slider();
            from.setText(Numbers.plain(slider.low()));
            to.setText(Numbers.plain(slider.high()));
            log.setSelected(slider.scale() == SliderScale.LOG);
        }
    }

    private Way typed() {
        return new Way(
                option.getValue().key(),
                from.getText(),
                to.getText(),
                count(),
                Optional.of(log.isSelected() ? SliderScale.LOG : SliderScale.LINEAR));
    }

    private int count() {
        String text = frames.getText().strip();
        if (!text.matches("[0-9]{1,6}")) {
            throw new Refusal("frames are a whole number; write for example 60");
        }
        return Integer.parseInt(text);
    }

    /// Empty where there is no such way, which is said then.
    private Optional<Way> way() {
        try {
            Way way = typed();
            SweptQuestion<?> _ = redraw.swept(base, way);
            return Optional.of(way);
        } catch (Refusal refusal) {
            size.setText(Sentences.finished(String.valueOf(refusal.getMessage())));
            return Optional.empty();
        }
    }

    /// How large it will be, or why it cannot be.
    private void update(ExportChoice.Picture picture) {
        Optional<Way> typed = way();
        export.setDisable(typed.isEmpty());
        typed.ifPresent(way -> {
            ExportChoice.Picture shown =
                    new ExportChoice.Picture(
                            picture.picture(),
                            form.get(),
                            picture.shape(),
                            picture.shade(),
                            picture.pixels());
            size.setText("%d frames of %s".formatted(way.frames(), shown.sizeText()));
        });
    }

    private static final class Labels extends StringConverter<AnimatedNumber> {
        @Override
        public String toString(AnimatedNumber option) {
            return option == null ? "" : option.label();
        }

        @Override
        public AnimatedNumber fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed");
        }
    }
}
