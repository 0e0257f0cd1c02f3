package dev.weightscope.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A picture to keep: charts one below the other, each under its heading, and what they show in
/// words.
///
/// @param caption below the charts, broken into as many lines as it takes
/// @param otherCaptions that there is room for too, so that the charts of several figures lie alike
public record Figure(List<Part> parts, String caption, List<String> otherCaptions)
        implements Chart {
    private static final double MARGIN = 28;
    private static final double HEADING = 26;
    private static final double BETWEEN = 18;

    /// How much more of the height charts have that lie one below the other.
    private static final double STACKED = 2;

    private static final double ABOVE_CAPTION = 10;

    public Figure {
        parts = List.copyOf(parts);
        otherCaptions = List.copyOf(otherCaptions);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a chart");
        }
    }

    public Figure(List<Part> parts, String caption) {
        this(parts, caption, List.of());
    }

    public Figure(Part part, String caption) {
        this(List.of(part), caption);
    }

    /// How many charts lie one below the other in a figure of a width.
    public int rows(int width) {
        return parts.stream()
                .mapToInt(part ->
                        part.chart() instanceof SideBySide several
                                        && several.isTooNarrow(width - 2 * MARGIN)
                                ? several.charts().size()
                                : 1)
                .sum();
    }

    /// A chart with its heading.
    ///
    /// @param share of the height, in proportion to the other parts' shares
    public record Part(String heading, Chart chart, double share) {}

    /// The size, margins included, at which a single chart has `width` × `height`.
    public FigureSize around(double width, double height, TextMeasure measure) {
        double captionHeight = captionHeight(width, measure);
        double heading = headingHeight(headingLines(parts.getFirst(), width, measure));
        return new FigureSize(
                (int) Math.ceil(width + 2 * MARGIN),
                (int) Math.ceil(height + heading + captionHeight + 2 * MARGIN - 6));
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box inner = area.inset(MARGIN, MARGIN, MARGIN - 6, MARGIN);
        List<String> captionLines = captionLines(inner.width(), measure);
        Box charts = inner.inset(0, 0, captionHeight(inner.width(), measure), 0);
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

    private double captionHeight(double width, TextMeasure measure) {
        int lines =
                Stream.concat(Stream.of(caption), otherCaptions.stream())
                        .mapToInt(each ->
                                TextLines.wrap(each, width, measure, TextStyle.LABEL).size())
                        .max()
                        .orElseThrow();
        return lines * TextStyle.LABEL.lineHeight() + ABOVE_CAPTION;
    }

    private static List<String> headingLines(Part part, double width, TextMeasure measure) {
        return TextLines.wrap(part.heading(), width, measure, TextStyle.HEADING);
    }

    private static double headingHeight(List<String> lines) {
        return HEADING + Math.max(0, lines.size() - 1) * TextStyle.HEADING.lineHeight();
    }

    private List<Section> sections(Box charts, TextMeasure measure) {
        double shares = parts.stream().mapToDouble(part -> share(part, charts)).sum();
        double room = charts.height() - (parts.size() - 1) * BETWEEN;
        List<Section> sections = new ArrayList<>();
        double top = charts.y();
        for (Part part : parts) {
            double height = Math.round(room * share(part, charts) / shares);
            Box box = new Box(charts.x(), top, charts.width(), height);
            sections.add(section(part, box, measure));
            top += height + BETWEEN;
        }
        return sections;
    }

    /// Charts that lie one below the other, since they have no room beside each other, need more of
    /// the height.
    private static double share(Part part, Box charts) {
        return part.chart() instanceof SideBySide several && several.isTooNarrow(charts.width())
                ? part.share() * STACKED
                : part.share();
    }

    private static Section section(Part part, Box box, TextMeasure measure) {
        List<String> lines = headingLines(part, box.width(), measure);
        List<PlacedText> heading = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double baseline = box.y() + 12 + i * TextStyle.HEADING.lineHeight();
            heading.add(
                    PlacedText.of(
                            measure,
                            lines.get(i),
                            box.x(),
                            baseline,
                            TextStyle.HEADING,
                            Anchor.START));
        }
        return new Section(
                heading, part.chart().layout(box.inset(headingHeight(lines), 0, 0, 0), measure));
    }

    /// The headings of its charts.
    public String title() {
        return parts.stream().map(Part::heading).collect(Collectors.joining(", "));
    }

    @Override
    public String description() {
        return caption;
    }

    @Override
    public Axes axes() {
        return Axes.ofParts(parts.stream().map(Part::chart).toList());
    }

    @Override
    public Figure on(Axes held) {
        List<Chart> charts = held.on(parts.stream().map(Part::chart).toList());
        List<Part> placed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            placed.add(new Part(parts.get(i).heading(), charts.get(i), parts.get(i).share()));
        }
        return new Figure(placed, caption, otherCaptions);
    }

    /// A chart in its place under its heading.
    ///
    /// @param heading line by line
    record Section(List<PlacedText> heading, ChartLayout chart) {}

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
                section.heading().forEach(line -> line.paint(surface, palette.text()));
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
