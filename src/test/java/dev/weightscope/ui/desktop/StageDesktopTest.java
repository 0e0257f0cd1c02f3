package dev.weightscope.ui.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.stage.FileChooser.ExtensionFilter;
import org.junit.jupiter.api.Test;

class StageDesktopTest {
    @Test
    void theFirstFilterShowsAllThatCanBeOpened() {
        List<ExtensionFilter> filters = StageDesktop.filters(FileKind.SESSIONS);
        assertEquals(
                List.of(
                        "All that can be opened",
                        "WeightScope experiment",
                        "PNG picture",
                        "SVG picture",
                        "PDF document",
                        "GIF animation",
                        "Table of numbers",
                        "All files"),
                filters.stream().map(ExtensionFilter::getDescription).toList());
        assertEquals(
                List.of(
                        "*.weightscope",
                        "*.WEIGHTSCOPE",
                        "*.txt",
                        "*.TXT",
                        "*.png",
                        "*.PNG",
                        "*.svg",
                        "*.SVG",
                        "*.pdf",
                        "*.PDF",
                        "*.gif",
                        "*.GIF",
                        "*.csv",
                        "*.CSV",
                        "*.csv.gz",
                        "*.CSV.GZ",
                        "*.tsv",
                        "*.TSV",
                        "*.tab",
                        "*.TAB",
                        "*.data",
                        "*.DATA",
                        "*.arff",
                        "*.ARFF"),
                filters.getFirst().getExtensions());
        assertEquals(
                List.of("Table of numbers", "All files"),
                StageDesktop.filters(List.of(FileKind.TABLE)).stream()
                        .map(ExtensionFilter::getDescription)
                        .toList());
    }
}
