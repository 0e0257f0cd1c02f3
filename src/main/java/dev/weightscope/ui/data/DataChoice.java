package dev.weightscope.ui.data;

import dev.weightscope.data.BundledData;
import dev.weightscope.data.DataTables;
import dev.weightscope.data.DrawnData;
import dev.weightscope.model.FileName;
import dev.weightscope.ui.controls.Choice;
import dev.weightscope.ui.controls.Commit;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

/// A choice of what is learnt: the data sets that come with the program, and the one in force if it
/// is another.
public final class DataChoice {
    private DataChoice() {}

    /// @param inForce its key, or a file
    /// @param onPick called with the key that a person picks
    public static Choice<String> of(ObservableValue<String> inForce, Commit<String> onPick) {
        List<String> known = DataTables.keys();
        Choice<String> choice = new Choice<>("Data set", known, DataChoice::name, onPick);
        inForce.subscribe(now -> {
            choice.setItems(
                    known.contains(now)
                            ? known
                            : Stream.concat(known.stream(), Stream.of(now)).toList());
            choice.show(now);
        });
        return choice;
    }

    private static String name(String key) {
        return BundledData.withKey(key)
                .map(BundledData::shortLabel)
                .or(() -> DrawnData.withKey(key).map(DrawnData::label))
                .orElseGet(() -> FileName.quoted(key));
    }
}
