package dev.weightscope.file;

import dev.weightscope.model.Refusal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// Bytes up to a limit; what reads beyond it gets a refusal.
public final class BoundedStream extends FilterInputStream {
    private long left;
    private final Supplier<Refusal> exceeded;

    /// @param in closed with this stream
    /// @param limit how many bytes may be read, at most
    /// @param exceeded makes the sentence that says so
    public BoundedStream(InputStream in, long limit, Supplier<Refusal> exceeded) {
        super(in);
        this.left = limit;
        this.exceeded = exceeded;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        // One byte more than may be read tells whether there is more.
        int asked = left < length ? (int) left + 1 : length;
        int got = super.read(target, offset, Math.min(asked, length));
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw exceeded.get();
        }
    }
}
