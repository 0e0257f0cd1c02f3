package dev.weightscope.data;

import dev.weightscope.model.DataReading;
import dev.weightscope.model.DataTable;
import java.lang.ref.WeakReference;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tables that someone still uses, so that ten experiments on one file read it once.
///
/// Safe for use by several threads.
final class KeptTables {
    /// A file as it was when it was read, and how: one that has changed is another.
    record Key(String source, FileTime modified, long bytes, DataReading reading) {}

    private final Map<Key, WeakReference<DataTable>> tables = new HashMap<>();

    synchronized Optional<DataTable> find(Key key) {
        WeakReference<DataTable> kept = tables.get(key);
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.get());
    }

    synchronized void keep(Key key, DataTable table) {
        tables.values().removeIf(each -> each.refersTo(null));
        tables.put(key, new WeakReference<>(table));
    }
}
