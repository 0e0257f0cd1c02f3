package dev.weightscope.data;

import dev.weightscope.model.Keyed;
import java.util.Arrays;
import java.util.Optional;

/// The data sets that come with the program; their sources and licences stand in the README beside
/// the files.
public enum BundledData implements Keyed {
    /// 569 × 30, [10.24432/C5DW2B](https://doi.org/10.24432/C5DW2B).
    BREAST_CANCER("breast-cancer", "Breast cancer", "Breast cancer Wisconsin", "breast_cancer.csv"),
    /// 1797 × 64, [10.24432/C50P49](https://doi.org/10.24432/C50P49).
    DIGITS("digits", "Handwritten digits", "Handwritten digits, 8 × 8", "digits.csv"),
    /// 2000 × 784, 200 of each digit.
    MNIST("mnist", "MNIST", "MNIST, 2000 digits of 28 × 28", "mnist2000.csv.gz");

    private final String key;
    private final String shortLabel;
    private final String label;
    private final String file;

    BundledData(String key, String shortLabel, String label, String file) {
        this.key = key;
        this.shortLabel = shortLabel;
        this.label = label;
        this.file = file;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// Where there is no room for the [#label], or its sizes stand beside it.
    public String shortLabel() {
        return shortLabel;
    }

    /// The data set with this key, if there is one.
    public static Optional<BundledData> withKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /// Where it stands on the class path.
    String resource() {
        return "/dev/weightscope/assets/data/" + file;
    }
}
