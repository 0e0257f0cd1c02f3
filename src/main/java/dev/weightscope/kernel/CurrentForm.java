package dev.weightscope.kernel;

/// The form that a kernel computes in; it may change between two calls, but not within one.
interface CurrentForm extends AutoCloseable {
    /// The form of a call that begins now.
    Form get();

    /// The loops for small matrices of a call that begins now.
    SmallLoops small();

    /// For people: the form of what was asked for last, as it would be now, and why where it is not
    /// the one that was to be.
    String description();

    /// @param listener called whenever the form may have changed, on any thread
    void whenChanged(Runnable listener);

    /// Whether a form is being made ready that computes much faster than what is handed out
    /// meanwhile.
    boolean isAwaited();

    /// Begins now to make another form ready, if there is to be one.
    void prepare();

    /// Takes the form that is fastest in the end at once, compiled or not.
    void hurry();

    /// Ends what would change the form.
    @Override
    void close();

    /// A form that stays.
    static CurrentForm fixed(Form form) {
        return new Fixed(form);
    }

    /// @param get the form
    record Fixed(Form get) implements CurrentForm {
        @Override
        public SmallLoops small() {
            return get.small();
        }

        @Override
        public String description() {
            return get.label();
        }

        @Override
        public void whenChanged(Runnable listener) {}

        @Override
        public boolean isAwaited() {
            return false;
        }

        @Override
        public void prepare() {}

        @Override
        public void hurry() {}

        @Override
        public void close() {}
    }
}
