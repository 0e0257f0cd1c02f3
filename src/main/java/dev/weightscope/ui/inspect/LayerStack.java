package dev.weightscope.ui.inspect;

import dev.weightscope.model.Refusal;
import dev.weightscope.model.TensorChoice;
import dev.weightscope.report.FileReport;
import dev.weightscope.report.Inspected;
import dev.weightscope.report.TensorReport;
import dev.weightscope.ui.controls.Sentences;
import dev.weightscope.weights.Fans;
import dev.weightscope.weights.LayerPlan;
import dev.weightscope.weights.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which matrices of the file that is shown become layers, in order. A file begins with all of them
/// if they join, and with none if not.
final class LayerStack {
    private static final Chosen NOTHING = new Chosen(List.of(), Optional.empty(), "");

    private final ReadOnlyObjectWrapper<Chosen> chosen = new ReadOnlyObjectWrapper<>(NOTHING);
    private @Nullable FileReport file;

    /// @param names in order
    /// @param plan empty where they are no layers
    /// @param complaint why they are none, in one sentence; empty where there are no names
    record Chosen(List<String> names, Optional<LayerPlan> plan, String complaint) {
        Chosen {
            names = List.copyOf(names);
        }
    }

    ReadOnlyObjectProperty<Chosen> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The path of the file that they are from; empty where there is none.
    String source() {
        return file == null ? "" : file.source();
    }

    /// What is known of a file; of the same one as before the choice stays.
    void show(@Nullable Inspected inspected) {
        FileReport before = file;
        file = inspected == null ? null : inspected.file();
        if (file == null) {
            chosen.set(NOTHING);
        } else if (before == null || !before.source().equals(file.source())) {
            chosen.set(all(file));
        } else {
            choose(chosen.get().names());
        }
    }

    private static Chosen all(FileReport file) {
        try {
            LayerPlan guessed = LayerPlan.of(file.source(), tensors(file), TensorChoice.ALL);
            return planned(file, names(guessed));
        } catch (Refusal _) {
            return NOTHING;
        }
    }

    private static List<String> names(LayerPlan plan) {
        return plan.tensors().tensors().stream().map(TensorChoice.Named::name).toList();
    }

    /// Some matrices, lying as they are shown.
    private static Chosen planned(FileReport file, List<String> names) {
        try {
            return new Chosen(
                    names,
                    Optional.of(LayerPlan.of(file.source(), tensors(file), named(file, names))),
                    "");
        } catch (Refusal refusal) {
            return new Chosen(names, Optional.empty(), String.valueOf(refusal.getMessage()));
        }
    }

    private static List<Tensor> tensors(FileReport file) {
        return file.tensors().stream().map(TensorReport::tensor).toList();
    }

    private static TensorChoice named(FileReport file, List<String> names) {
        return new TensorChoice(
                names.stream()
                        .map(name ->
                                new TensorChoice.Named(
                                        name,
                                        file.tensors().stream()
                                                .filter(each -> each.tensor().name().equals(name))
                                                .findFirst()
                                                .flatMap(TensorReport::fans)
                                                .map(Fans::layout)))
                        .toList());
    }

    /// Whether a row can be a layer at all.
    static boolean canTake(TensorRow row) {
        return whyNot(row).isEmpty();
    }

    /// Why it cannot, in one sentence; empty where it can.
    static Optional<String> whyNot(TensorRow row) {
        return row.pair().one().isPresent()
                ? LayerPlan.whyNoLayer(row.report().tensor())
                : Optional.of("the second file alone has it; layers are those of the first");
    }

    /// Why some of the weights cannot be sent that people may look for; empty where all can.
    String convolutions() {
        if (file == null) {
            return "";
        }
        return file.tensors().stream()
                .map(TensorReport::tensor)
                .filter(each -> each.shape().size() > 2)
                .findFirst()
                .flatMap(LayerPlan::whyNoLayer)
                .map(Sentences::finished)
                .orElse("");
    }

    /// Its place among the layers, counted from 1; 0 where it is none.
    int place(TensorRow row) {
        return chosen.get().names().indexOf(row.name()) + 1;
    }

    /// Takes a matrix away, or adds it behind the others.
    void toggle(TensorRow row) {
        if (!canTake(row)) {
            return;
        }
        List<String> names = new ArrayList<>(chosen.get().names());
        if (!names.remove(row.name())) {
            names.add(row.name());
        }
        choose(names);
    }

    /// Takes all away.
    void clear() {
        choose(List.of());
    }

    private void choose(List<String> names) {
        chosen.set(file == null || names.isEmpty() ? NOTHING : planned(file, names));
    }
}
