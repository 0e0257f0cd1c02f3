package dev.weightscope.file;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A regular file of any size as memory: the system reads what is looked at, when it is looked at.
///
/// Who shortens the file meanwhile makes accesses behind its new end fail with an [InternalError].
public final class MappedFile implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment bytes;

    private MappedFile(Arena arena, MemorySegment bytes) {
        this.arena = arena;
        this.bytes = bytes;
    }

    /// @param limit names the kind; a file above its bytes is refused
    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no such file, if it is no
    ///   regular one, or if it cannot be read
    public static MappedFile open(Path path, ReadLimit limit) {
        BoundedFile file = new BoundedFile(path, limit);
        file.attributes();
        Arena arena = Arena.ofShared();
        boolean isOpen = false;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size > limit.bytes()) {
                throw limit.exceededBy(path);
            }
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            isOpen = true;
            return new MappedFile(arena, bytes);
        } catch (IOException failed) {
            throw file.unreadable(failed);
        } finally {
            if (!isOpen) {
                arena.close();
            }
        }
    }

    /// What is no file of its own, and read in the same way.
    public static MappedFile copyOf(byte[] bytes) {
        Arena arena = Arena.ofShared();
        return new MappedFile(
                arena, arena.allocate(bytes.length).copyFrom(MemorySegment.ofArray(bytes)));
    }

    /// For reading, by any thread, until this is closed; not aligned.
    public MemorySegment bytes() {
        return bytes;
    }

    /// Memory that is given back when this is closed, for what is unpacked from it.
    ///
    /// @param size in bytes
    public MemorySegment allocate(long size) {
        return arena.allocate(size);
    }

    /// Accesses to [#bytes] fail with an [IllegalStateException] from now on.
    @Override
    public void close() {
        arena.close();
    }
}
