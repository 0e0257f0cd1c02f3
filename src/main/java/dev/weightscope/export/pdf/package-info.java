/// A figure as a PDF document: shapes, and texts as text in fonts that come along.
///
/// A page needs little of the format, and that little is written here: operators
/// ([dev.weightscope.export.pdf.PdfSurface]), objects, and of each weight a font of the glyphs that
/// the texts have. A library would need the file that a font lies in, which Java does not tell, and
/// which a text that falls back to another font for some of its characters has several of. So
/// glyphs are asked of the font that pictures are drawn in, and become a font program (Compact Font
/// Format: publishers refuse fonts of Type 3, which any outlines could be). Texts are as wide as in
/// a picture of pixels, and lie in the same places.
///
/// Nothing is read here. What a document brings back stands unpacked in its metadata and is found
/// without taking the document apart, by [dev.weightscope.export.PictureFile].
package dev.weightscope.export.pdf;
