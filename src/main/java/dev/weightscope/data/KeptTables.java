package dev.weightscope.data;

import dev.weightscope.model.DataTable;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tables that someone still uses, so that ten experiments on one file read it once.
///
/// Safe for use by several threads.
final class KeptTables {
    private final Map<DataVersion, WeakReference<DataTable>> tables = new HashMap<>();

    synchronized Optional<DataTable> find(DataVersion key) {
        WeakReference<DataTable> kept = tables.get(key);
        return kept == null ? Optional.empty() : Optional.ofNullable(kept.get());
    }

    synchronized void keep(DataVersion key, DataTable table) {
        tables.values().removeIf(each -> each.refersTo(null));
        tables.put(key, new WeakReference<>(table));
    }
}
