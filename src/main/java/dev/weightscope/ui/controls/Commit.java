package dev.weightscope.ui.controls;

/// What a control does with a person's request.
@FunctionalInterface
public interface Commit<T> {
    /// @throws dev.weightscope.model.Refusal if nobody can grant it; its sentence is shown
    void accept(T request);
}
