package dev.weightscope.model;

/// What stands before the decimals of a file's numbers; the other one may group its thousands.
public enum DecimalMark implements Keyed {
    /// The one that the file's first lines show.
    AUTO("auto", "Recognized"),
    POINT("point", "Point"),
    COMMA("comma", "Comma");

    private final String key;
    private final String label;

    DecimalMark(String key, String label) {
        this.key = key;
        this.label = label;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }
}
