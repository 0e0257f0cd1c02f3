package dev.weightscope.export.pdf;

/// Pixels as an image, not smoothed when it is shown larger.
///
/// ISO 32000-1, 8.9 Images.
///
/// @param columns of pixels
/// @param colours red, green, blue, row by row
/// @param alphas opacities, row by row
/// @param isOpaque whether all alphas are 255
record PdfImage(int columns, int rows, byte[] colours, byte[] alphas, boolean isOpaque) {
    /// @param argb row by row, not premultiplied
    static PdfImage of(int[] argb, int columns, int rows) {
        int count = columns * rows;
        byte[] colours = new byte[3 * count];
        byte[] alphas = new byte[count];
        boolean isOpaque = true;
        for (int i = 0; i < count; i++) {
            colours[3 * i] = (byte) (argb[i] >> 16);
            colours[3 * i + 1] = (byte) (argb[i] >> 8);
            colours[3 * i + 2] = (byte) argb[i];
            alphas[i] = (byte) (argb[i] >>> 24);
            isOpaque &= argb[i] >>> 24 == 0xff;
        }
        return new PdfImage(columns, rows, colours, alphas, isOpaque);
    }

    /// @return the image's number among the objects
    int addTo(PdfObjects objects) {
        String mask =
                isOpaque
                        ? ""
                        : " /SMask %d 0 R"
                                .formatted(objects.addPacked(entries("DeviceGray"), alphas));
        return objects.addPacked(entries("DeviceRGB") + mask, colours);
    }

    private String entries(String colourSpace) {
        return ("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s"
                        + " /BitsPerComponent 8 /Interpolate false")
                .formatted(columns, rows, colourSpace);
    }
}
