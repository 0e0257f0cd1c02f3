package dev.weightscope.lab;

/// An answer with the name that its setting has among those that it is compared with.
public record Named<S, A>(String label, Answered<S, A> answered) {
    public A answer() {
        return answered.answer();
    }

    /// The lab's table with the name in front of every row.
    public Table<?> table() {
        return answered.lab().table(answer()).labelled(label);
    }
}
