package dev.weightscope.export;

import dev.weightscope.chart.Box;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.Palette;
import dev.weightscope.chart.RecordedSurface;
import dev.weightscope.chart.image.FigureImage;
import dev.weightscope.export.pdf.PdfPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What a figure is made of, however it is written.
///
/// @param texts in order, but for empty ones
/// @param fills rectangles, polygons and discs
/// @param segments of lines
public record Marks(List<String> texts, int fills, int segments, int images) {
    public Marks {
        texts = texts.stream().filter(each -> !each.isEmpty()).toList();
    }

    /// What is painted on any surface.
    public static Marks painted(Figure figure, FigureSize size) {
        RecordedSurface surface = new RecordedSurface();
        figure.layout(new Box(0, 0, size.width(), size.height()), FigureImage.measure())
                .paint(surface, Palette.LIGHT);
        List<String> texts = new ArrayList<>();
        int fills = 0;
        int segments = 0;
        int images = 0;
        for (RecordedSurface.Stroked each : surface.painted) {
            switch (each.what()) {
                case "fill", "polygon", "disc" -> fills++;
                case "solid", "dashed", "dotted" -> segments++;
                case "image" -> images++;
                default -> texts.add(each.what());
            }
        }
        return new Marks(texts, fills, segments, images);
    }

    static Marks ofSvg(Path file) throws IOException {
        try {
            Document svg =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return new Marks(
                    elements(svg, "text").stream().map(Element::getTextContent).toList(),
                    elements(svg, "rect").size()
                            + elements(svg, "path").stream().mapToInt(Marks::outlines).sum()
                            + elements(svg, "polygon").size()
                            + elements(svg, "circle").size(),
                    elements(svg, "polyline").stream()
                            .mapToInt(each -> each.getAttribute("points").split(" ").length - 1)
                            .sum(),
                    elements(svg, "image").size());
        } catch (SAXException | ParserConfigurationException failed) {
            throw new IOException(failed);
        }
    }

    private static int outlines(Element path) {
        return (int) path.getAttribute("d").chars().filter(each -> each == 'M').count();
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList nodes = svg.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    static Marks ofPdf(Path file) throws IOException {
        PdfPage page = PdfPage.read(file);
        return new Marks(page.texts, page.fills, page.segments, page.images);
    }

    /// Of a file as its name says.
    public static Marks of(Path file) throws IOException {
        return file.toString().endsWith(".pdf") ? ofPdf(file) : ofSvg(file);
    }
}
