package dev.weightscope.export;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.w3c.dom.NodeList;

/// Pictures as PNG files that carry the experiment which they show.
public final class PngFile {
    /// The iTXt chunk's keyword.
    private static final String KEYWORD = "weightscope";

    /// The native tree: the standard one writes a wrong pHYs chunk.
    private static final String FORMAT = "javax_imageio_png_1.0";

    private static final double METRES_PER_INCH = 0.0254;

    /// At a pixel ratio of 1.
    private static final double PIXELS_PER_INCH = 96;

    private PngFile() {}

    /// Writes a picture, whole or not at all.
    ///
    /// @param pixelRatio pixels per unit of length as on a screen: 2 for a picture at 2x, which is
    ///   then shown as large as at 1x
    /// @param experimentText is found again by [#readExperimentText]
    /// @throws IOException whose message is one sentence, if the file cannot be written
    public static void write(
            Path file, BufferedImage picture, double pixelRatio, String experimentText)
            throws IOException {
        WholeFile.write(file, encode(picture, pixelRatio, experimentText));
    }

    /// The experiment's text in a picture that this program wrote.
    ///
    /// @return empty for any other file
    /// @throws IOException if the file cannot be read
    public static Optional<String> readExperimentText(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new IOException("%s cannot be read".formatted(file));
            }
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                if (reader.getFormatName().equals("png")) {
                    reader.setInput(in);
                    try {
                        return experimentText(reader.getImageMetadata(0));
                    } finally {
                        reader.dispose();
                    }
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> experimentText(IIOMetadata metadata) {
        NodeList entries =
                ((IIOMetadataNode) metadata.getAsTree(FORMAT)).getElementsByTagName("iTXtEntry");
        for (int i = 0; i < entries.getLength(); i++) {
            if (entries.item(i) instanceof IIOMetadataNode entry
                    && entry.getAttribute("keyword").equals(KEYWORD)) {
                return Optional.of(entry.getAttribute("text"));
            }
        }
        return Optional.empty();
    }

    private static byte[] encode(BufferedImage picture, double pixelRatio, String experimentText)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
            metadata.mergeTree(FORMAT, tree(pixelRatio, experimentText));
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, metadata), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static IIOMetadataNode tree(double pixelRatio, String experimentText) {
        String perMetre = Long.toString(Math.round(pixelRatio * PIXELS_PER_INCH / METRES_PER_INCH));
        IIOMetadataNode size =
                node(
                        "pHYs",
                        "pixelsPerUnitXAxis",
                        perMetre,
                        "pixelsPerUnitYAxis",
                        perMetre,
                        "unitSpecifier",
                        "meter");
        IIOMetadataNode text = new IIOMetadataNode("iTXt");
        text.appendChild(
                node(
                        "iTXtEntry",
                        "keyword",
                        KEYWORD,
                        "compressionFlag",
                        "FALSE",
                        "compressionMethod",
                        "0",
                        "languageTag",
                        "",
                        "translatedKeyword",
                        "",
                        "text",
                        experimentText));
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(size);
        root.appendChild(text);
        return root;
    }

    /// @param attributes name, value, name, value ...
    private static IIOMetadataNode node(String name, String... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i], attributes[i + 1]);
        }
        return node;
    }
}
