package dev.weightscope.export;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A GIF file that is written frame by frame: of each only what differs from the one before, and no
/// frame is kept longer than it takes to write the next.
final class GifFrames implements AutoCloseable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final String STREAM = "javax_imageio_gif_stream_1.0";
    private static final int UNCHANGED = GifPalette.MOST_COLOURS;

    private final GifPalette palette;
    private final IndexColorModel colours;
    private final String comment;
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream out;
    private byte[] before = {};

    /// @param out not closed
    /// @param comment of ASCII, written before the first frame
    GifFrames(OutputStream out, GifPalette palette, String comment) {
        this.palette = palette;
        this.comment = comment;
        this.out = new MemoryCacheImageOutputStream(out);
        byte[][] channels = new byte[3][UNCHANGED + 1];
        int[] rgb = palette.colours();
        for (int i = 0; i < rgb.length; i++) {
            channels[0][i] = (byte) (rgb[i] >> 16);
            channels[1][i] = (byte) (rgb[i] >> 8);
            channels[2][i] = (byte) rgb[i];
        }
        colours =
                new IndexColorModel(
                        8, UNCHANGED + 1, channels[0], channels[1], channels[2], UNCHANGED);
    }

    /// Writes one picture.
    static void write(OutputStream out, BufferedImage picture, String sessionText)
            throws IOException {
        GifPalette palette = GifPalette.of(GifPalette.counts(picture));
        try (GifFrames gif = new GifFrames(out, palette, GifNote.comment(sessionText))) {
            gif.write(picture, 0);
            gif.finish();
        }
    }

    /// @param picture of the same size as those before
    /// @param hundredths of a second, for which it is shown
    void write(BufferedImage picture, int hundredths) throws IOException {
        byte[] indices = indices(picture);
        boolean isFirst = before.length == 0;
        if (isFirst) {
            writer.setOutput(out);
            writer.prepareWriteSequence(header(picture));
        }
        Rectangle changed =
                isFirst
                        ? new Rectangle(picture.getWidth(), picture.getHeight())
                        : changed(indices, picture.getWidth());
        BufferedImage part = part(indices, picture.getWidth(), changed);
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(
                        ImageTypeSpecifier.createFromRenderedImage(part), parameters);
        metadata.setFromTree(FORMAT, tree(changed, hundredths, isFirst));
        writer.writeToSequence(new IIOImage(part, null, metadata), parameters);
        out.flushBefore(out.getStreamPosition());
        before = indices;
    }

    private byte[] indices(BufferedImage picture) {
        int width = picture.getWidth();
        byte[] indices = new byte[width * picture.getHeight()];
        int[] row = new int[width];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                boolean isSame = x > 0 && row[x] == row[x - 1];
                indices[y * width + x] =
                        isSame
                                ? indices[y * width + x - 1]
                                : (byte) palette.index(row[x] & 0xffffff);
            }
        }
        return indices;
    }

    /// The least rectangle that holds all pixels that differ; one pixel where none does.
    private Rectangle changed(byte[] indices, int width) {
        int left = width;
        int right = -1;
        int top = Integer.MAX_VALUE;
        int bottom = -1;
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] != before[i]) {
                left = Math.min(left, i % width);
                right = Math.max(right, i % width);
                top = Math.min(top, i / width);
                bottom = i / width;
            }
        }
        return right < 0
                ? new Rectangle(1, 1)
                : new Rectangle(left, top, right - left + 1, bottom - top + 1);
    }

    /// What is as before is transparent, which packs well.
    private BufferedImage part(byte[] indices, int width, Rectangle of) {
        BufferedImage part =
                new BufferedImage(of.width, of.height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] row = new byte[of.width];
        for (int y = 0; y < of.height; y++) {
            for (int x = 0; x < of.width; x++) {
                int at = (of.y + y) * width + of.x + x;
                boolean isSame = before.length > 0 && indices[at] == before[at];
                row[x] = isSame ? (byte) UNCHANGED : indices[at];
            }
            part.getRaster().setDataElements(0, y, of.width, 1, row);
        }
        return part;
    }

    /// With the colours of all frames, so that none brings its own.
    private IIOMetadata header(BufferedImage picture) throws IOException {
        IIOMetadata metadata = writer.getDefaultStreamMetadata(writer.getDefaultWriteParam());
        IIOMetadataNode root = new IIOMetadataNode(STREAM);
        root.appendChild(node("Version", "value", "89a"));
        root.appendChild(
                node(
                        "LogicalScreenDescriptor",
                        "logicalScreenWidth",
                        "" + picture.getWidth(),
                        "logicalScreenHeight",
                        "" + picture.getHeight(),
                        "colorResolution",
                        "8",
                        "pixelAspectRatio",
                        "0"));
        IIOMetadataNode table =
                node(
                        "GlobalColorTable",
                        "sizeOfGlobalColorTable",
                        "" + (UNCHANGED + 1),
                        "backgroundColorIndex",
                        "0",
                        "sortFlag",
                        "FALSE");
        for (int i = 0; i <= UNCHANGED; i++) {
            table.appendChild(
                    node(
                            "ColorTableEntry",
                            "index",
                            "" + i,
                            "red",
                            "" + colours.getRed(i),
                            "green",
                            "" + colours.getGreen(i),
                            "blue",
                            "" + colours.getBlue(i)));
        }
        root.appendChild(table);
        metadata.setFromTree(STREAM, root);
        return metadata;
    }

    private IIOMetadataNode tree(Rectangle place, int hundredths, boolean isFirst) {
        IIOMetadataNode root = new IIOMetadataNode(FORMAT);
        root.appendChild(
                node(
                        "ImageDescriptor",
                        "imageLeftPosition",
                        "" + place.x,
                        "imageTopPosition",
                        "" + place.y,
                        "imageWidth",
                        "" + place.width,
                        "imageHeight",
                        "" + place.height,
                        "interlaceFlag",
                        "FALSE"));
        root.appendChild(
                node(
                        "GraphicControlExtension",
                        "disposalMethod",
                        "doNotDispose",
                        "userInputFlag",
                        "FALSE",
                        "transparentColorFlag",
                        isFirst ? "FALSE" : "TRUE",
                        "delayTime",
                        "" + hundredths,
                        "transparentColorIndex",
                        "" + UNCHANGED));
        if (isFirst) {
            IIOMetadataNode loop =
                    node(
                            "ApplicationExtension",
                            "applicationID",
                            "NETSCAPE",
                            "authenticationCode",
                            "2.0");
            loop.setUserObject(new byte[] {1, 0, 0}); // again and again
            root.appendChild(within("ApplicationExtensions", loop));
            root.appendChild(
                    within("CommentExtensions", node("CommentExtension", "value", comment)));
        }
        return root;
    }

    private static IIOMetadataNode within(String name, IIOMetadataNode child) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        node.appendChild(child);
        return node;
    }

    /// @param attributes name, value, name, value ...
    private static IIOMetadataNode node(String name, String... attributes) {
        IIOMetadataNode node = new IIOMetadataNode(name);
        for (int i = 0; i < attributes.length; i += 2) {
            node.setAttribute(attributes[i], attributes[i + 1]);
        }
        return node;
    }

    /// Writes the end.
    void finish() throws IOException {
        writer.endWriteSequence();
        out.flush();
    }

    @Override
    public void close() {
        writer.dispose();
    }
}
