package dev.weightscope.model;

/// A column of a file that is not in its table.
///
/// @param name from the file's header, or `column 3`
/// @param reason why: `a label`, `no number in line 2: "NA"`
public record LeftOutColumn(String name, String reason) {
    /// `Ozone (no number in line 2: "NA")`
    @Override
    public String toString() {
        return "%s (%s)".formatted(Quoted.value(name), reason);
    }
}
