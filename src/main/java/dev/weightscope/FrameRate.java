package dev.weightscope;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// How many frames a second the toolkit makes at most; where nothing has changed it makes none.
final class FrameRate {
    /// Twice the usual rate: an answer waits half as long for the frame that shows it.
    static final int FRAMES_A_SECOND = 120;

    static final String PROPERTY = "javafx.animation.pulse";

    private static final Logger LOGGER = System.getLogger(FrameRate.class.getName());

    private FrameRate() {}

    /// Raises the rate, unless a person has chosen one. To be called before the toolkit starts.
    ///
    /// The toolkit reads the property when this class of it is initialized. Animations tell on
    /// standard error that it is set when they are first needed (JavaFX 26.0.2); by then it is not.
    static void raise() {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        System.setProperty(PROPERTY, String.valueOf(FRAMES_A_SECOND));
        try {
            Class.forName("com.sun.javafx.tk.quantum.QuantumToolkit");
        } catch (ClassNotFoundException | LinkageError missing) {
            LOGGER.log(Level.DEBUG, "the toolkit keeps its usual rate", missing);
        } finally {
            System.clearProperty(PROPERTY);
        }
    }
}
