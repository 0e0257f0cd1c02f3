package dev.weightscope.ui.data;

import dev.weightscope.arguments.DataOptions;
import dev.weightscope.data.FoundForm;
import dev.weightscope.data.TablePreview;
import dev.weightscope.model.ColumnChoice;
import dev.weightscope.model.DataReading;
import dev.weightscope.model.DecimalMark;
import dev.weightscope.model.HeaderLine;
import dev.weightscope.model.Keyed;
import dev.weightscope.model.MissingValues;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Scaling;
import dev.weightscope.model.Separator;
import dev.weightscope.model.TargetChoice;
import dev.weightscope.option.Option;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.CommitField;
import dev.weightscope.ui.controls.FieldRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/// What was found out about a file, each with what may be said instead.
final class ImportControls extends GridPane {
    private static final int ACROSS = 3;

    private final ObjectProperty<DataReading> reading;
    private final Guess<Separator> separator;
    private final Guess<DecimalMark> decimal;
    private final Guess<HeaderLine> header;
    private final Choice<MissingValues> missing;
    private final Choice<Entry<TargetChoice>> target;
    private final FieldRow columns;
    private final Choice<Scaling> scaling;

    /// Something to choose, as it is called now.
    private record Entry<T>(T value, String text) {}

    /// @param reading changed by what is chosen
    ImportControls(ObjectProperty<DataReading> reading) {
        this.reading = reading;
        separator =
                new Guess<>(
                        DataOptions.SEPARATOR, List.of(Separator.values()), ImportControls::afresh);
        decimal =
                new Guess<>(
                        DataOptions.DECIMAL,
                        List.of(DecimalMark.values()),
                        UnaryOperator.identity());
        header =
                new Guess<>(
                        DataOptions.HEADER, List.of(HeaderLine.values()), ImportControls::afresh);
        missing =
                new Choice<>(
                        "Missing",
                        List.of(MissingValues.values()),
                        MissingValues::label,
                        chosen -> change(now -> now.withMissing(chosen)));
        target =
                new Choice<>(
                        DataOptions.TARGET.label(),
                        List.of(),
                        Entry::text,
                        chosen -> change(now -> now.withTarget(chosen.value())));
        columns =
                new FieldRow(
                        "Inputs",
                        CommitField.Content.TEXT,
                        text -> change(now -> now.withColumns(ColumnChoice.parse(text))));
        scaling =
                new Choice<>(
                        DataOptions.SCALING.label(),
                        List.of(Scaling.values()),
                        Scaling::label,
                        chosen -> change(now -> now.withScaling(chosen)));
        getStyleClass().add("import-controls");
        for (int i = 0; i < ACROSS; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / ACROSS);
            getColumnConstraints().add(third);
        }
        addRow(0, separator.choice, decimal.choice, header.choice);
        addRow(1, missing, target, columns);
        addRow(2, scaling);
        reading.subscribe(this::show);
    }

    /// Gives the focus to the first of them.
    void focus() {
        separator.choice.box().requestFocus();
    }

    /// Another separator or header makes other columns: what names those there were does not hold.
    private static DataReading afresh(DataReading reading) {
        DataReading all = reading.withColumns(ColumnChoice.ALL);
        return reading.target() instanceof TargetChoice.Named
                ? all.withTarget(new TargetChoice.Guessed())
                : all;
    }

    private void change(UnaryOperator<DataReading> change) {
        reading.set(change.apply(reading.get()));
    }

    private void show(DataReading now) {
        separator.show(now);
        decimal.show(now);
        header.show(now);
        missing.show(now.missing());
        scaling.show(now.scaling());
        columns.show(now.columns().text());
        if (target.box().getItems().isEmpty()) {
            showTarget(now.target(), "", List.of());
        }
    }

    /// Shows what was found.
    void show(TablePreview preview) {
        Optional<FoundForm> form = preview.form();
        separator.found(form.map(FoundForm::separator));
        decimal.found(form.map(FoundForm::decimal));
        header.found(form.map(FoundForm::header));
        List<Entry<TargetChoice>> named = new ArrayList<>();
        for (int column = 0; column < preview.columns().size(); column++) {
            named.add(
                    new Entry<>(
                            preview.targetChoice(column),
                            Quoted.value(preview.columns().get(column).name())));
        }
        String found =
                preview.target() < 0
                        ? "none"
                        : Quoted.value(preview.columns().get(preview.target()).name());
        showTarget(reading.get().target(), form.isEmpty() ? "" : found, named);
    }

    private void showTarget(TargetChoice now, String found, List<Entry<TargetChoice>> named) {
        List<Entry<TargetChoice>> entries = new ArrayList<>();
        entries.add(
                new Entry<>(
                        new TargetChoice.Guessed(),
                        found.isEmpty() || !(now instanceof TargetChoice.Guessed)
                                ? "As found"
                                : "As found: " + found));
        entries.add(new Entry<>(new TargetChoice.Last(), "Last column"));
        entries.add(new Entry<>(new TargetChoice.None(), "None"));
        entries.addAll(named);
        Entry<TargetChoice> shown =
                entries.stream()
                        .filter(each -> each.value().equals(now))
                        .findFirst()
                        .orElseGet(() -> new Entry<>(now, Quoted.value(now.text())));
        if (!entries.contains(shown)) {
            entries.add(shown);
        }
        target.setItems(entries);
        target.show(shown);
    }

    /// A choice whose first entry leaves it to what is found.
    private final class Guess<T extends Enum<T> & Keyed> {
        private final List<T> values;
        private final Function<DataReading, T> get;
        private final Choice<Entry<T>> choice;
        private String found = "";

        /// @param values the first of which stands for what is found
        /// @param also what else changes with it
        Guess(Option<DataReading, T> option, List<T> values, UnaryOperator<DataReading> also) {
            this.values = values;
            get = now -> option.get(now).orElseThrow();
            choice =
                    new Choice<>(
                            option.label(),
                            List.of(),
                            Entry::text,
                            chosen -> change(now -> also.apply(option.with(now, chosen.value()))));
        }

        void found(Optional<T> value) {
            if (get.apply(reading.get()) == values.getFirst()) {
                found = value.map(each -> ": " + each.label().toLowerCase(Locale.ROOT)).orElse("");
            }
            show(reading.get());
        }

        void show(DataReading now) {
            List<Entry<T>> entries = new ArrayList<>();
            for (T each : values) {
                entries.add(
                        new Entry<>(
                                each,
                                each == values.getFirst() ? "As found" + found : each.label()));
            }
            choice.setItems(entries);
            choice.show(entries.get(values.indexOf(get.apply(now))));
        }
    }
}
