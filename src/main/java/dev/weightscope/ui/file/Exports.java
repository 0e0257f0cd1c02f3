package dev.weightscope.ui.file;

import dev.weightscope.model.Experiment;
import java.util.List;

/// The pictures that can be exported now.
///
/// @param experiment what they show, written into the file so that it can be brought back
/// @param pictures the one that is on the screen first; at least one
public record Exports(Experiment experiment, List<Exportable> pictures) {
    public Exports {
        pictures = List.copyOf(pictures);
    }
}
