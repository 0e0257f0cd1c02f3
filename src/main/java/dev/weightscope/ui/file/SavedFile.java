package dev.weightscope.ui.file;

import dev.weightscope.export.PictureFile;
import dev.weightscope.export.PictureForm;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.SessionState;
import dev.weightscope.ui.desktop.FileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What an experiment file, or an exported picture, brings back.
///
/// @param state what `session` resolves to
record SavedFile(SavedSession session, SessionState state) {
    /// Reads a file; what is in it, its extension says. May take as long as reading a table does.
    ///
    /// @throws Refusal in one sentence, if it holds nothing of ours or cannot be read
    static SavedFile read(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (PictureForm.of(file).isPresent()) {
            return saved(file, note(file));
        }
        if (FileKind.EXPERIMENT.isOf(file)) {
            return ExperimentFile.read(file);
        }
        if (List.of(".xlsx", ".xls", ".ods").stream().anyMatch(name::endsWith)) {
            throw new Refusal(
                    "%s is a spreadsheet's own file; save its table as CSV"
                            .formatted(Quoted.path(file)));
        }
        throw new Refusal(
                ("%s is neither a CSV table, nor a picture exported here, nor an experiment file,"
                                + " nor a file of weights")
                        .formatted(Quoted.path(file)));
    }

    /// What a text in a file stands for. A pin that cannot be made is kept among those that are
    /// lost.
    ///
    /// @throws Refusal in one sentence that names the file
    static SavedFile saved(Path file, String text) {
        SavedSession session = SavedSession.parse(Quoted.path(file), text);
        try {
            return new SavedFile(
                    session, session.resolve(file.toAbsolutePath().resolveSibling("")));
        } catch (Refusal refusal) {
            throw new Refusal("%s: %s".formatted(Quoted.path(file), refusal.getMessage()));
        }
    }

    private static String note(Path picture) {
        return PictureFile.readSessionText(picture)
                .orElseThrow(() ->
                        new Refusal(
                                ("%s holds no experiment: WeightScope did not export it, or the"
                                     + " program that saved it last has dropped its note")
                                        .formatted(Quoted.path(picture))));
    }
}
