package dev.weightscope.ui.file;

import dev.weightscope.animation.Sweep;
import dev.weightscope.arguments.ExperimentOptions;
import dev.weightscope.export.PictureForm;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Numbers;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.NumberCodec;
import dev.weightscope.option.Option;
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
final class AnimationDialog extends Dialog<AnimationDialog.Way> {
    private static final int HINT_WIDTH = 420;

    /// What is asked for.
    ///
    /// @param form [PictureForm#GIF] for one file
    record Way(Sweep<Experiment> sweep, PictureForm form) {}

    private final Experiment base;
    private final ComboBox<Option<Experiment, ?>> option = new ComboBox<>();
    private final TextField from = field("animation-from", "From");
    private final TextField to = field("animation-to", "To");
    private final TextField frames = field("animation-frames", "Frames");
    private final CheckBox log = new CheckBox("at equal ratios");
    private final ObjectProperty<PictureForm> form = new SimpleObjectProperty<>(PictureForm.GIF);
    private final Label size = new Label();
    private final Node export;

    /// @param picture that is to be animated
    AnimationDialog(Window owner, Experiment base, ExportChoice.Picture picture) {
        this.base = base;
        initOwner(owner);
        setTitle("Animation");
        option.setId("animation-option");
        option.setAccessibleText("Animated option");
        option.getItems()
                .setAll(
                        Sweep.animated(ExperimentOptions.ALL.list()).stream()
                                .filter(each -> each.get(base).isPresent())
                                .toList());
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
        option.getSelectionModel().select(ExperimentOptions.GAIN);
        for (TextField each : List.of(from, to, frames)) {
            each.textProperty().subscribe(() -> update(picture));
        }
        log.selectedProperty().subscribe(() -> update(picture));
        form.subscribe(() -> update(picture));
        update(picture);
        setResultConverter(button -> button == place ? sweep().map(this::way).orElse(null) : null);
    }

    private Way way(Sweep<Experiment> sweep) {
        return new Way(sweep, form.get());
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
    private void propose(Option<Experiment, ?> chosen) {
        if (chosen != null && chosen.codec() instanceof NumberCodec<?> number) {
            from.setText(Numbers.plain(number.slider().low()));
            to.setText(Numbers.plain(number.slider().high()));
            log.setSelected(number.slider().scale() == SliderScale.LOG);
        }
    }

    /// @throws Refusal in one sentence, if there is no such way
    private Sweep<Experiment> typed() {
        Sweep<Experiment> sweep =
                Sweep.of(option.getValue(), from.getText(), to.getText(), count());
        return sweep.in(log.isSelected() ? SliderScale.LOG : SliderScale.LINEAR);
    }

    private int count() {
        String text = frames.getText().strip();
        if (!text.matches("[0-9]{1,6}")) {
            throw new Refusal("frames are a whole number; write for example 60");
        }
        return Integer.parseInt(text);
    }

    private Optional<Sweep<Experiment>> sweep() {
        try {
            Sweep<Experiment> sweep = typed();
            List<Experiment> _ = Sweep.experiments(sweep, base);
            return Optional.of(sweep);
        } catch (Refusal refusal) {
            size.setText(Sentences.finished(String.valueOf(refusal.getMessage())));
            return Optional.empty();
        }
    }

    /// How large it will be, or why it cannot be.
    private void update(ExportChoice.Picture picture) {
        Optional<Sweep<Experiment>> sweep = sweep();
        export.setDisable(sweep.isEmpty());
        sweep.ifPresent(way -> {
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

    private static final class Labels extends StringConverter<Option<Experiment, ?>> {
        @Override
        public String toString(Option<Experiment, ?> option) {
            return option == null ? "" : option.label();
        }

        @Override
        public Option<Experiment, ?> fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed");
        }
    }
}
