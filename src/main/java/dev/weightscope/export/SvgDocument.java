package dev.weightscope.export;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.TextMeasure;
import dev.weightscope.chart.image.FigureImage;
import dev.weightscope.chart.image.FontFamilies;
import java.util.Locale;

/// A figure as an SVG document, with what it shows in its metadata.
final class SvgDocument {
    private SvgDocument() {}

    /// @param sessionText is found again by [SvgNote]
    static String text(Figure figure, FigureSize size, Palette palette, String sessionText) {
        TextMeasure measure = FigureImage.measure();
        SvgSurface surface = new SvgSurface(measure);
        figure.layout(new Box(0, 0, size.width(), size.height()), measure).paint(surface, palette);
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
        width="%8$s" height="%9$s" viewBox="0 0 %1$d %2$d" \
        font-family="%3$s" xml:space="preserve">
        <title>%4$s</title>
        <desc>%5$s</desc>
        <metadata>%6$s</metadata>
        %7$s</svg>
        """
                .formatted(
                        size.width(),
                        size.height(),
                        XmlText.escaped(FontFamilies.ofTexts()),
                        XmlText.escaped(figure.title()),
                        XmlText.escaped(figure.description()),
                        XmlNote.element(sessionText),
                        surface.elements(),
                        onPaper(size.width(), size),
                        onPaper(size.height(), size));
    }

    /// `1200` pixels, or a length on paper: `252.28pt`.
    private static String onPaper(int units, FigureSize size) {
        return size.pointsPerUnit() == FigureSize.SCREEN
                ? Integer.toString(units)
                : String.format(Locale.ROOT, "%.2fpt", units * size.pointsPerUnit());
    }
}
