package dev.weightscope.ui.controls;

/// Messages as sentences: what the command line prints after a colon stands alone in a window.
public final class Sentences {
    private Sentences() {}

    /// The message of a refusal with a capital letter and a full stop.
    public static String finished(Exception refusal) {
        return finished(String.valueOf(refusal.getMessage()));
    }

    /// The text with a capital letter and a full stop.
    public static String finished(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String capital =
                text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
