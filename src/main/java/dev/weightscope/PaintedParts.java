package dev.weightscope;

/// Of how many parts at most the toolkit paints a frame.
///
/// What changes in a frame is painted in so many rectangles; where there are more, some of them are
/// painted as one with all that lies between. While a slider is dragged there are ten: its thumb
/// and number, the formula, the charts, the line below them. Of the toolkit's usual six (JavaFX
/// 26.0.2) one holds two charts and the buttons between them: a sixth more work for the thread that
/// paints.
final class PaintedParts {
    static final int MOST = 12;

    static final String PROPERTY = "prism.dirtyregioncount";

    private PaintedParts() {}

    /// Raises the number, unless a person has chosen one. To be called before the toolkit starts.
    static void raise() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, String.valueOf(MOST));
        }
    }
}
