package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A picture to keep: charts one below the other, each under its heading, and what they show in
/// words.
///
/// @param caption below the charts, broken into as many lines as it takes
public record Figure(List<Part> parts, String caption) implements Chart {
    private static final double MARGIN = 28;
    private static final double HEADING = 26;
    private static final double BETWEEN = 18;
    private static final double ABOVE_CAPTION = 10;

    public Figure {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a chart");
        }
    }

    public Figure(Part part, String caption) {
        this(List.of(part), caption);
    }

    /// A chart with its heading.
    ///
    /// @param share of the height, in proportion to the other parts' shares
    public record Part(String heading, Chart chart, double share) {}

    /// The size, margins included, at which a single chart has `width` × `height`.
    public FigureSize around(double width, double height, TextMeasure measure) {
        double captionHeight = captionHeight(captionLines(width, measure));
        return new FigureSize(
                (int) Math.ceil(width + 2 * MARGIN),
                (int) Math.ceil(height + HEADING + captionHeight + 2 * MARGIN - 6));
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box inner = area.inset(MARGIN, MARGIN, MARGIN - 6, MARGIN);
        List<String> captionLines = captionLines(inner.width(), measure);
        Box charts = inner.inset(0, 0, captionHeight(captionLines), 0);
        List<PlacedText> texts = new ArrayList<>();
        for (int i = 0; i < captionLines.size(); i++) {
            double baseline =
                    charts.bottom() + ABOVE_CAPTION + (i + 0.8) * TextStyle.LABEL.lineHeight();
            texts.add(
                    PlacedText.of(
                            measure,
                            captionLines.get(i),
                            inner.x(),
                            baseline,
                            TextStyle.LABEL,
                            Anchor.START));
        }
        return new Layout(area, sections(charts, measure), texts);
    }

    private List<String> captionLines(double width, TextMeasure measure) {
        return TextLines.wrap(caption, width, measure, TextStyle.LABEL);
    }

    private static double captionHeight(List<String> lines) {
        return lines.size() * TextStyle.LABEL.lineHeight() + ABOVE_CAPTION;
    }

    private List<Section> sections(Box charts, TextMeasure measure) {
        double shares = parts.stream().mapToDouble(Part::share).sum();
        double room = charts.height() - (parts.size() - 1) * BETWEEN;
        List<Section> sections = new ArrayList<>();
        double top = charts.y();
        for (Part part : parts) {
            double height = Math.round(room * part.share() / shares);
            Box box = new Box(charts.x(), top, charts.width(), height);
            sections.add(section(part, box, measure));
            top += height + BETWEEN;
        }
        return sections;
    }

    private static Section section(Part part, Box box, TextMeasure measure) {
        return new Section(
                PlacedText.of(
                        measure,
                        part.heading(),
                        box.x(),
                        box.y() + 12,
                        TextStyle.HEADING,
                        Anchor.START),
                part.chart().layout(box.inset(HEADING, 0, 0, 0), measure));
    }

    /// The headings of its charts.
    public String title() {
        return parts.stream().map(Part::heading).collect(Collectors.joining(", "));
    }

    @Override
    public String description() {
        return caption;
    }

    /// A chart in its place under its heading.
    record Section(PlacedText heading, ChartLayout chart) {}

    /// Where the charts lie.
    public record Layout(Box area, List<Section> sections, List<PlacedText> caption)
            implements ChartLayout {
        public Layout {
            sections = List.copyOf(sections);
            caption = List.copyOf(caption);
        }

        /// Paints background and all.
        @Override
        public void paint(Surface surface, Palette palette) {
            surface.fill(area, palette.background());
            for (Section section : sections) {
                section.heading().paint(surface, palette.text());
                section.chart().paint(surface, palette);
            }
            caption.forEach(line -> line.paint(surface, palette.muted()));
        }

        @Override
        public List<Hit> stops() {
            return sections.stream().flatMap(section -> section.chart().stops().stream()).toList();
        }

        @Override
        public Optional<Hit> hit(double x, double y) {
            return sections.stream()
                    .flatMap(section -> section.chart().hit(x, y).stream())
                    .findFirst();
        }
    }
}
