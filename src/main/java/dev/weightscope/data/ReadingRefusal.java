package dev.weightscope.data;

import dev.weightscope.model.Refusal;
import java.util.List;

/// A table that is refused as it is read, and would not be if it were read in another way.
final class ReadingRefusal extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String whatIsWrong;
    private final transient List<Remedy> remedies;

    /// @param whatIsWrong and where
    /// @param advice what to type instead
    /// @param remedies the same, to be done
    ReadingRefusal(String whatIsWrong, String advice, List<Remedy> remedies) {
        super(whatIsWrong + "; " + advice);
        this.whatIsWrong = whatIsWrong;
        this.remedies = List.copyOf(remedies);
    }

    /// The message without its advice.
    String whatIsWrong() {
        return whatIsWrong;
    }

    List<Remedy> remedies() {
        return remedies;
    }
}
