package dev.weightscope.ui.file;

import dev.weightscope.export.TableFile;
import dev.weightscope.model.Experiment;
import java.util.List;

/// What can be exported now.
///
/// @param experiment what it shows, written into a picture so that it can be brought back
/// @param pictures the one that is on the screen first; none before the first answer
/// @param tables what can be had as numbers; may be empty
public record Exports(Experiment experiment, List<Exportable> pictures, List<TableFile> tables) {
    public Exports {
        pictures = List.copyOf(pictures);
        tables = List.copyOf(tables);
    }
}
