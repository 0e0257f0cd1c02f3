package dev.weightscope.ui.file;

import dev.weightscope.chart.FigureSize;
import dev.weightscope.chart.PixelScale;
import dev.weightscope.export.PictureForm;
import dev.weightscope.export.TableFile;
import dev.weightscope.ui.desktop.FileKind;

/// What a person wants exported.
sealed interface ExportChoice {
    /// `2400 × 1800 pixels`, `4020 rows × 10 columns`.
    String sizeText();

    FileKind kind();

    /// A picture, and how it is to look.
    record Picture(
            Exportable picture, PictureForm form, Shape shape, Shade shade, PixelScale pixels)
            implements ExportChoice {
        FigureSize size() {
            return shape.size(picture);
        }

        @Override
        public String sizeText() {
            FigureSize size = size();
            return switch (form) {
                case PNG, GIF ->
                        "%d × %d pixels"
                                .formatted(
                                        size.width() * pixels.factor(),
                                        size.height() * pixels.factor());
                case SVG, PDF ->
                        "%d × %d units, sharp at every size".formatted(size.width(), size.height());
            };
        }

        @Override
        public FileKind kind() {
            return switch (form) {
                case PNG -> FileKind.PNG;
                case SVG -> FileKind.SVG;
                case PDF -> FileKind.PDF;
                case GIF -> FileKind.GIF;
            };
        }
    }

    /// Weights and biases.
    record Network(NetworkExport<?> network) implements ExportChoice {
        @Override
        public String sizeText() {
            return network.sizeText();
        }

        @Override
        public FileKind kind() {
            return FileKind.WEIGHTS;
        }
    }

    /// A picture that is to move.
    record Moving(Picture picture) implements ExportChoice {
        @Override
        public String sizeText() {
            return picture.sizeText();
        }

        @Override
        public FileKind kind() {
            return FileKind.GIF;
        }
    }

    /// Numbers.
    record Numbers(TableFile table) implements ExportChoice {
        @Override
        public String sizeText() {
            return table.sizeText();
        }

        @Override
        public FileKind kind() {
            return FileKind.TABLE;
        }
    }
}
