package dev.weightscope.ui.snippet;

import dev.weightscope.data.DataOutline;
import dev.weightscope.data.DataTables;
import dev.weightscope.data.DataVersion;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.DataReading;
import org.jspecify.annotations.Nullable;

/// Where the data of the last training snippet stands, so that a dragged slider does not read a
/// file again. For one thread at a time.
final class KeptOutline {
    private @Nullable DataVersion version;
    private @Nullable DataOutline outline;

    /// @throws dev.weightscope.model.Refusal in one sentence, if there is no such data
    /// @throws dev.weightscope.kernel.CancelledException if it is no longer wanted
    synchronized DataOutline of(String source, DataReading reading, Cancellation cancellation) {
        DataVersion now = DataTables.version(source, reading);
        DataOutline kept = outline;
        if (kept == null || !now.equals(version) || !kept.source().equals(source)) {
            kept = DataTables.outline(source, reading, cancellation);
            outline = kept;
            version = now;
        }
        return kept;
    }
}
