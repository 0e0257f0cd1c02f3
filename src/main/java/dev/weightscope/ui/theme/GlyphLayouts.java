package dev.weightscope.ui.theme;

import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;

/// Keeps the toolkit's two threads from sharing one text layout.
///
/// JavaFX lays text out on its own thread and, for text on a canvas, on the one that renders, and
/// lends its one reusable `GlyphLayout` to whichever comes first. On Linux
/// `PangoGlyphLayout.dispose` gives it back before it has freed its native strings (JavaFX 26.0.2),
/// so that both threads may free the same string, which ends the process. Borrowed here and never
/// given back, it is out of use, and every layout gets one of its own.
final class GlyphLayouts {
    @SuppressWarnings("UnusedVariable") // held, so that nobody else gets it
    private static final GlyphLayout BORROWED = GlyphLayoutManager.getInstance();

    private GlyphLayouts() {}

    /// Does so once for the process; again changes nothing.
    static void separate() {
        // The class has been initialized.
    }
}
