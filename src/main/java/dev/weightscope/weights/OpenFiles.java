package dev.weightscope.weights;

import dev.weightscope.file.MappedFile;
import dev.weightscope.file.ReadLimit;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file that is mapped, the files beside it that it names, and memory for what is unpacked: all
/// of it is there until this is closed.
final class OpenFiles implements AutoCloseable {
    private final Path path;
    private final MappedFile main;
    private final Map<Path, MappedFile> others = new HashMap<>();
    private final List<Closing> closings = new ArrayList<>();

    /// What is closed with the files.
    @FunctionalInterface
    interface Closing {
        void close();
    }

    /// @param path of the file, or what stands for one
    OpenFiles(Path path, MappedFile main) {
        this.path = path;
        this.main = main;
    }

    /// @throws dev.weightscope.model.Refusal if there is no such file, or it cannot be read
    static OpenFiles open(Path path) {
        return new OpenFiles(path, MappedFile.open(path, ReadLimit.WEIGHTS));
    }

    Path path() {
        return path;
    }

    MemorySegment bytes() {
        return main.bytes();
    }

    MemorySegment allocate(long size) {
        return main.allocate(size);
    }

    /// A file in the folder of this one or below; links out of it are not followed.
    ///
    /// @param location as the file has it, whoever wrote it
    /// @return empty if it is no relative path, leads elsewhere, or nothing is there
    /// @throws dev.weightscope.model.Refusal if what is there cannot be read
    Optional<MemorySegment> beside(String location) {
        if (location.isEmpty() || location.contains(":") || location.contains("\\")) {
            return Optional.empty();
        }
        try {
            Path folder = path.toAbsolutePath().normalize().getParent();
            Path relative = Path.of(location);
            if (folder == null || relative.isAbsolute() || !relative.equals(relative.normalize())) {
                return Optional.empty();
            }
            Path real = folder.resolve(relative).toRealPath();
            return real.startsWith(folder.toRealPath())
                    ? Optional.of(opened(real).bytes())
                    : Optional.empty();
        } catch (InvalidPathException | IOException _) {
            return Optional.empty();
        }
    }

    private MappedFile opened(Path real) {
        return others.computeIfAbsent(real, each -> MappedFile.open(each, ReadLimit.WEIGHTS));
    }

    /// Has something closed before the files are.
    void closeWith(Closing closing) {
        closings.add(closing);
    }

    @Override
    public void close() {
        closings.forEach(Closing::close);
        others.values().forEach(MappedFile::close);
        main.close();
    }
}
