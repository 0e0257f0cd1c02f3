package dev.weightscope.weights;

import dev.weightscope.file.MappedFile;
import dev.weightscope.file.NamedPath;
import dev.weightscope.model.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A file of weights that is open: what it tells of its tensors, whose values are read where they
/// lie. Any number of threads may use it at once, until it is closed.
public final class WeightFile implements AutoCloseable {
    /// The key of a small network that comes along.
    public static final String EXAMPLE = "small-mlp";

    private static final String EXAMPLE_RESOURCE =
            "/dev/weightscope/assets/weights/small_mlp.safetensors";

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private static final List<Format> FORMATS =
            List.of(
                    new Npy(),
                    new Checkpoint(),
                    new KerasModel(),
                    new Npz(),
                    new Gguf(),
                    new Onnx(),
                    new Hdf5(),
                    new Safetensors());

    private final Path path;
    private final FileTime modified;
    private final String format;
    private final Map<String, String> metadata;
    private final List<Tensor> tensors;
    private final Map<String, DeclaredInitializer> declared;
    private final OpenFiles file;

    private WeightFile(
            Path path, FileTime modified, String format, Format.Contents contents, OpenFiles file) {
        this.path = path;
        this.modified = modified;
        this.format = format;
        this.metadata = Collections.unmodifiableMap(new LinkedHashMap<>(contents.metadata()));
        this.tensors = List.copyOf(contents.tensors());
        this.declared = Map.copyOf(contents.declared());
        this.file = file;
    }

    /// Reads and checks what a file tells of its tensors, and none of their values.
    ///
    /// @throws dev.weightscope.model.Refusal in one sentence that begins with the path, if there is
    ///   no such file, if it is of no format that is known, or not as its format's specification
    ///   says
    public static WeightFile open(Path path) {
        FileTime modified = modified(path);
        return open(path, modified, OpenFiles.open(path));
    }

    /// As [#open(Path)].
    ///
    /// @param source a path, or [#EXAMPLE]
    public static WeightFile open(String source) {
        return source.equals(EXAMPLE) ? example() : open(NamedPath.of(source));
    }

    private static WeightFile example() {
        try (InputStream bytes = WeightFile.class.getResourceAsStream(EXAMPLE_RESOURCE)) {
            if (bytes == null) {
                throw new IllegalStateException(EXAMPLE_RESOURCE + " is not on the class path");
            }
            Path path = Path.of(EXAMPLE);
            return open(path, NEVER, new OpenFiles(path, MappedFile.copyOf(bytes.readAllBytes())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param file closed, if it is refused
    private static WeightFile open(Path path, FileTime modified, OpenFiles file) {
        boolean isOpen = false;
        try {
            Source source = new Source(Quoted.path(path), file.bytes(), file);
            Format format =
                    FORMATS.stream()
                            .filter(each -> each.begins(source))
                            .findFirst()
                            .orElseThrow(() -> OtherFiles.refusal(source, formats()));
            WeightFile opened =
                    new WeightFile(path, modified, format.name(), format.read(source), file);
            isOpen = true;
            return opened;
        } finally {
            if (!isOpen) {
                file.close();
            }
        }
    }

    /// What cannot be asked is refused when it is opened.
    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException _) {
            return NEVER;
        }
    }

    /// `npy, npz, GGUF, safetensors`
    private static String formats() {
        return FORMATS.stream().map(Format::name).collect(Collectors.joining(", "));
    }

    public Path path() {
        return path;
    }

    /// When it was last written, as it was before it was opened; 1970 of [#EXAMPLE].
    public FileTime modified() {
        return modified;
    }

    /// In bytes.
    public long size() {
        return file.bytes().byteSize();
    }

    /// As people call it: `safetensors`.
    public String format() {
        return format;
    }

    /// What its writer noted down, in the file's order; may be any texts.
    public Map<String, String> metadata() {
        return metadata;
    }

    /// In the order of the file's own list.
    public List<Tensor> tensors() {
        return tensors;
    }

    /// What the file says that a tensor was drawn by; empty where it says nothing.
    public Optional<DeclaredInitializer> declared(Tensor tensor) {
        return Optional.ofNullable(declared.get(tensor.name()));
    }

    /// Gives the memory back; tensors can be read no more.
    @Override
    public void close() {
        file.close();
    }
}
