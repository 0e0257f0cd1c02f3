package dev.weightscope.export;

import dev.weightscope.file.BoundedFile;
import dev.weightscope.file.ReadLimit;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures as PNG files that carry the experiment which they show.
public final class PngFile {
    /// Of the chunks that hold the experiment's text.
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

    /// The experiment's text in a picture that this program wrote, also if another program has
    /// saved the picture again and kept its notes.
    ///
    /// @return empty for a picture without the text
    /// @throws dev.weightscope.model.Refusal in one sentence, if it is no PNG picture, or one so
    ///   damaged that the text, if there is one, is lost
    public static Optional<String> readExperimentText(Path file) {
        BoundedFile picture = new BoundedFile(file, ReadLimit.PICTURE);
        try (InputStream bytes = picture.open()) {
            return new PngNotes(file, new DataInputStream(new BufferedInputStream(bytes)))
                    .find(KEYWORD);
        } catch (IOException failed) {
            throw picture.unreadable(failed);
        }
    }

    static byte[] encode(BufferedImage picture, double pixelRatio, String experimentText)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Made here, since ImageIO would put it into a file of the directory for temporary ones.
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
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
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(size);
        root.appendChild(international(experimentText));
        if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(experimentText)) {
            root.appendChild(latin(experimentText));
        }
        return root;
    }

    private static IIOMetadataNode international(String experimentText) {
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
        return text;
    }

    /// The text again, in the kind of chunk that programs such as ImageMagick keep.
    private static IIOMetadataNode latin(String experimentText) {
        IIOMetadataNode text = new IIOMetadataNode("tEXt");
        text.appendChild(node("tEXtEntry", "keyword", KEYWORD, "value", experimentText));
        return text;
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
