package dev.weightscope.ui.desktop;

/// Short news that a person need not answer.
public interface Notices {
    void tell(String sentence);

    /// With something that can be done about it.
    void tell(String sentence, String actionName, Runnable action);

    /// That something failed, and why.
    void complain(String sentence);
}
