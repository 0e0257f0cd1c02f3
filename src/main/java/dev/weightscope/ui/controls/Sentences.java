package dev.weightscope.ui.controls;

import dev.weightscope.model.FileName;
import dev.weightscope.model.Quoted;
import java.util.Locale;
import java.util.regex.Pattern;

/// Messages as sentences: what the command line prints after a colon stands alone in a window.
public final class Sentences {
    private static final Pattern FILE = Pattern.compile("\\S*[./\\\\]\\S");

    private Sentences() {}

    /// The message of a refusal with a capital letter and a full stop.
    public static String finished(Exception refusal) {
        return finished(String.valueOf(refusal.getMessage()));
    }

    /// The text with a capital letter and a full stop; a file's name in front stays as it is.
    public static String finished(String text) {
        if (text.isEmpty()) {
            return text;
        }
        boolean isFile = FILE.matcher(text).lookingAt();
        String capital =
                isFile ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /// As [#finished], of a sentence about a file: in a window its own name is enough.
    public static String withoutFolders(String path, String sentence) {
        return finished(sentence.replace(Quoted.path(path), FileName.quoted(path)));
    }
}
