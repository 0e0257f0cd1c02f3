package dev.weightscope.export.pdf;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// The marks on a document's only page, as another program reads them.
public final class PdfPage extends PDFGraphicsStreamEngine {
    /// In order.
    public final List<String> texts = new ArrayList<>();

    /// Rectangles, and other outlines.
    public int fills;

    /// Of lines that are drawn.
    public int segments;

    public int images;

    /// Names of fonts that come along.
    final List<String> embedded = new ArrayList<>();

    private final StringBuilder text = new StringBuilder();
    private Point2D.Float at = new Point2D.Float();
    private int path;
    private int rectangles;

    /// Whether what is drawn is no part of what the page says.
    private boolean isArtifact;

    private PdfPage(PDPage page) {
        super(page);
    }

    public static PdfPage read(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PdfPage page = new PdfPage(document.getPage(0));
            page.processPage(document.getPage(0));
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                if (font.isEmbedded()) {
                    page.embedded.add(font.getName());
                }
            }
            return page;
        }
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        text.setLength(0);
        super.showText(string);
        texts.add(text.toString());
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
            throws IOException {
        text.append(font.toUnicode(code));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path = 0;
        rectangles++;
    }

    @Override
    public void moveTo(float x, float y) {
        path = 0;
        at = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path++;
        at = new Point2D.Float(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        at = new Point2D.Float(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return at;
    }

    @Override
    public void strokePath() {
        segments += isArtifact ? 0 : path;
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        isArtifact = tag.equals(COSName.ARTIFACT);
    }

    @Override
    public void endMarkedContentSequence() {
        isArtifact = false;
    }

    @Override
    public void fillPath(int windingRule) {
        fills += Math.max(1, rectangles);
        rectangles = 0;
    }

    @Override
    public void drawImage(PDImage image) {
        images++;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        throw new AssertionError("both at once");
    }

    @Override
    public void clip(int windingRule) {
        throw new AssertionError("cut off");
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void shadingFill(COSName name) {
        throw new AssertionError("shaded");
    }
}
