package dev.weightscope.chart.figure;

import dev.weightscope.chart.Anchor;
import dev.weightscope.chart.Box;
import dev.weightscope.chart.Chart;
import dev.weightscope.chart.ChartLayout;
import dev.weightscope.chart.Hit;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.PlacedText;
import dev.weightscope.chart.Surface;
import dev.weightscope.chart.TextLines;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.TextStyle;
import dev.weightscope.chart.histogram.HistogramLayout;
import dev.weightscope.chart.histogram.HistogramView;
import dev.weightscope.chart.line.DepthChart;
import dev.weightscope.chart.line.DepthView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A picture to keep: headings, histograms or the depth chart or both, and the experiment in words.
///
/// @param layout of the histograms
public record Figure(
        FigureContent content, HistogramLayout layout, HistogramView histograms, DepthView depth)
        implements Chart {
    /// The size at scale 1.
    public static final int WIDTH = 1200;

    private static final double MARGIN = 28;
    private static final double HEADING = 26;
    private static final double BETWEEN = 18;

    /// The height at scale 1: one chart needs less than two.
    public int height() {
        return switch (content) {
            case HISTOGRAMS, DEPTH -> 640;
            case ALL -> 900;
        };
    }

    @Override
    public Layout layout(Box area, TextMeasure measure) {
        Box inner = area.inset(MARGIN, MARGIN, MARGIN - 6, MARGIN);
        List<String> captionLines =
                TextLines.wrap(
                        histograms.snapshot().caption(), inner.width(), measure, TextStyle.LABEL);
        double captionHeight = captionLines.size() * TextStyle.LABEL.lineHeight() + 10;
        Box charts = inner.inset(0, 0, captionHeight, 0);
        List<PlacedText> texts = new ArrayList<>();
        for (int i = 0; i < captionLines.size(); i++) {
            double baseline = charts.bottom() + 10 + (i + 0.8) * TextStyle.LABEL.lineHeight();
            texts.add(
                    PlacedText.of(
                            measure,
                            captionLines.get(i),
                            inner.x(),
                            baseline,
                            TextStyle.LABEL,
                            Anchor.START));
        }
        List<Section> sections =
                switch (content) {
                    case HISTOGRAMS -> List.of(histogramSection(charts, measure));
                    case DEPTH -> List.of(depthSection(charts, measure));
                    case ALL -> {
                        double upper = Math.round((charts.height() - BETWEEN) * 0.55);
                        yield List.of(
                                histogramSection(charts.top(upper), measure),
                                depthSection(
                                        charts.bottom(charts.height() - BETWEEN - upper), measure));
                    }
                };
        return new Layout(area, sections, texts);
    }

    private Section histogramSection(Box box, TextMeasure measure) {
        String counts =
                switch (histograms.counts()) {
                    case LINEAR -> "";
                    case LOG -> ", log counts";
                };
        return section(
                histograms.quantity().label() + "s by layer" + counts,
                layout.chart(histograms),
                box,
                measure);
    }

    private Section depthSection(Box box, TextMeasure measure) {
        return section(depth.spread().label() + " by depth", new DepthChart(depth), box, measure);
    }

    private static Section section(String heading, Chart chart, Box box, TextMeasure measure) {
        return new Section(
                PlacedText.of(
                        measure, heading, box.x(), box.y() + 12, TextStyle.HEADING, Anchor.START),
                chart.layout(box.inset(HEADING, 0, 0, 0), measure));
    }

    @Override
    public String description() {
        return histograms.snapshot().caption();
    }

    /// Paints background and all.
    ///
    /// @param surface modified
    public void paint(Surface surface, Palette palette, double width, double height) {
        layout(new Box(0, 0, width, height), surface).paint(surface, palette);
    }

    /// A chart under its heading.
    record Section(PlacedText heading, ChartLayout chart) {}

    /// Where the charts lie.
    public record Layout(Box area, List<Section> sections, List<PlacedText> caption)
            implements ChartLayout {
        public Layout {
            sections = List.copyOf(sections);
            caption = List.copyOf(caption);
        }

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
