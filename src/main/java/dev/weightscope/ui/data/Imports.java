package dev.weightscope.ui.data;

import dev.weightscope.data.TableUse;
import dev.weightscope.model.DataReading;
import dev.weightscope.run.Background;
import dev.weightscope.ui.desktop.Desktop;
import dev.weightscope.ui.desktop.FileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.stage.Window;

/// Opens import sheets in front of a window.
public final class Imports {
    private final Supplier<Window> owner;
    private final Desktop desktop;
    private final Background background;

    /// @param background reads files, and delivers on the toolkit's thread
    public Imports(Supplier<Window> owner, Desktop desktop, Background background) {
        this.owner = owner;
        this.desktop = desktop;
        this.background = background;
    }

    /// Asks for a file and opens its sheet.
    ///
    /// @param taker called once a person uses what the sheet shows
    public void choose(TableUse use, Consumer<ImportedTable> taker) {
        desktop.chooseToOpen(List.of(FileKind.TABLE))
                .map(Path::toString)
                .ifPresent(file -> open(file, DataReading.DEFAULT, use, taker));
    }

    /// Opens the sheet of a file, or of a data set that comes with the program; returns at once.
    ///
    /// @param reading to begin with
    public void open(
            String source, DataReading reading, TableUse use, Consumer<ImportedTable> taker) {
        ImportSheet sheet = new ImportSheet(owner.get(), source, reading, use, background);
        sheet.setOnHidden(_ -> {
            sheet.stop();
            ImportedTable used = sheet.getResult();
            if (used != null) {
                taker.accept(used);
            }
        });
        sheet.show();
    }
}
