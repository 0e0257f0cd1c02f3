package dev.weightscope.ui.inspect;

import dev.weightscope.model.Keyed;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import dev.weightscope.weights.WeightFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What a person does with files of weights.
///
/// @param desktop chooses files and takes what is copied
/// @param receivers what layers of the file can be sent to
public record InspectActions(Inspection inspection, Desktop desktop, List<Receiver> receivers) {
    public InspectActions {
        receivers = List.copyOf(receivers);
    }

    /// A lab that takes layers of a file in the place of drawn weights.
    public record Receiver(Keyed lab, Consumer<LoadedWeights> taker) {
        String key() {
            return lab.key();
        }

        String label() {
            return lab.label();
        }

        void take(LoadedWeights loaded) {
            taker.accept(loaded);
        }
    }

    /// Asks for a file and opens it.
    void chooseFile() {
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
