package dev.weightscope.ui.inspect;

import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.weights.WeightFile;
import java.nio.file.Path;
import java.util.List;

/// What a person does with files of weights.
///
/// @param desktop chooses files and takes what is copied
public record InspectActions(Inspection inspection, Desktop desktop) {
    /// Asks for a file and opens it.
    public void chooseFile() {
        desktop.chooseToOpen(List.of(FileKind.WEIGHTS))
                .map(Path::toString)
                .ifPresent(inspection::open);
    }

    /// Asks for a file and opens it beside the one that is shown.
    void chooseOther() {
        desktop.chooseToOpen(List.of(FileKind.WEIGHTS))
                .map(Path::toString)
                .ifPresent(inspection::compare);
    }

    void openExample() {
        inspection.open(WeightFile.EXAMPLE);
    }
}
