package dev.weightscope.weights;

import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.TensorChoice;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Layers that someone still uses, so that ten experiments on one file hold them once.
///
/// Safe for use by several threads.
final class KeptLayers {
    private final Map<Key, WeakReference<LoadedWeights>> layers = new HashMap<>();

    /// A file as it is at a time, and what is taken of it; a file that has changed is another.
    ///
    /// @param modified of what comes with the program 1970
    record Key(Path path, FileTime modified, long bytes, TensorChoice tensors) {
        /// @return empty if the file cannot be asked, which who reads it finds out too
        static Optional<Key> of(Path path, TensorChoice tensors) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(
                        new Key(
                                path.toAbsolutePath(),
                                attributes.lastModifiedTime(),
                                attributes.size(),
                                tensors));
            } catch (IOException _) {
                return Optional.empty();
            }
        }

        static Key unchanging(String source, TensorChoice tensors) {
            return new Key(Path.of(source), FileTime.fromMillis(0), 0, tensors);
        }
    }

    synchronized Optional<LoadedWeights> find(Key key) {
        WeakReference<LoadedWeights> kept = layers.get(key);
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.get());
    }

    synchronized void keep(Key key, LoadedWeights loaded) {
        layers.values().removeIf(each -> each.refersTo(null));
        layers.put(key, new WeakReference<>(loaded));
    }
}
