package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows of text in columns: the first column begins at the left, the others end at their right.
///
/// @param rows the first one is the heads; each as long as the first
public record TextGrid(List<List<String>> rows) implements Chart {
    private static final double ROW = 18;

    public TextGrid {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// The height that it takes.
    public double height() {
        return rows.size() * ROW;
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        List<PlacedText> heads = new ArrayList<>();
        List<PlacedText> cells = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<String> texts = rows.get(row);
            double width = area.width() / texts.size();
            double baseline = area.y() + (row + 0.7) * ROW;
            TextStyle style = row == 0 ? TextStyle.TITLE : TextStyle.LABEL;
            for (int column = 0; column < texts.size(); column++) {
                double x = column == 0 ? area.x() : area.x() + (column + 1) * width;
                Anchor anchor = column == 0 ? Anchor.START : Anchor.END;
                String text = texts.get(column);
                (row == 0 || column == 0 ? heads : cells)
                        .add(PlacedText.of(measure, text, x, baseline, style, anchor));
            }
        }
        return new Layout(heads, cells);
    }

    @Override
    public String description() {
        return String.join("; ", rows.stream().map(row -> String.join(" ", row)).toList());
    }

    /// Where the texts lie.
    public record Layout(List<PlacedText> heads, List<PlacedText> cells) implements ChartLayout {
        public Layout {
            heads = List.copyOf(heads);
            cells = List.copyOf(cells);
        }

        @Override
        public void paint(Surface surface, Palette palette) {
            heads.forEach(head -> head.paint(surface, palette.muted()));
            cells.forEach(cell -> cell.paint(surface, palette.text()));
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return Optional.empty();
        }

        @Override
        public List<Hit> stops() {
            return List.of();
        }
    }
}
