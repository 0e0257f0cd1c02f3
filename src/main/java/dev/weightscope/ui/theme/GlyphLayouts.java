package dev.weightscope.ui.theme;

import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// Keeps the toolkit's two threads from sharing one text layout.
///
/// JavaFX lays text out on its own thread and, for text on a canvas, on the one that renders, and
/// lends its one reusable `GlyphLayout` to whichever comes first. On Linux
/// `PangoGlyphLayout.dispose` gives it back before it has freed its native strings (JavaFX 26.0.2),
/// so that both threads may free the same string, which ends the process. Borrowed here and never
/// given back, it is out of use, and every layout gets one of its own.
final class GlyphLayouts {
    private static @Nullable GlyphLayout borrowed;

    private GlyphLayouts() {}

    /// Does so once for the process; again changes nothing, and neither does it where JavaFX is in
    /// modules that keep the package to themselves. On the toolkit's thread.
    static void separate() {
        String inside = "com.sun.javafx.text";
        boolean open = Text.class.getModule().isExported(inside, GlyphLayouts.class.getModule());
        if (open && borrowed == null) {
            borrowed = GlyphLayoutManager.getInstance();
        }
    }
}
