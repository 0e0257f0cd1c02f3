package dev.weightscope.ui.desktop;

/// Short news that a person need not answer.
public interface Notices {
    void tell(String sentence);

    /// With something that can be done about it.
    void tell(String sentence, String actionName, Runnable action);

    /// That something failed, and why.
    void complain(String sentence);

    /// That something is lost or amiss which nobody was waiting for: it stays until it is closed.
    void warn(String sentence);

    /// Takes back what was said, if it still is: it does not hold any more.
    void takeBack(String sentence);
}
