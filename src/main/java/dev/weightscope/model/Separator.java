package dev.weightscope.model;

/// What stands between the values of a file's line.
public enum Separator implements Keyed {
    /// The one that makes the most of the file's first lines.
    AUTO("auto", "Recognized", ""),
    COMMA("comma", "Comma", ","),
    SEMICOLON("semicolon", "Semicolon", ";"),
    TAB("tab", "Tab", "\t"),
    PIPE("pipe", "Vertical bar", "|"),
    /// Any number of blanks and tabs.
    SPACE("space", "Spaces", " ");

    private final String key;
    private final String label;
    private final String text;

    Separator(String key, String label, String text) {
        this.key = key;
        this.label = label;
        this.text = text;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// As it stands in the file; empty where that is still to be found out.
    public String text() {
        return text;
    }

    /// For a sentence: `;`, `tab`.
    public String sign() {
        return switch (this) {
            case COMMA, SEMICOLON, PIPE -> text;
            case AUTO, TAB, SPACE -> key;
        };
    }
}
