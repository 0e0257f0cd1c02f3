package dev.weightscope.data;

import dev.weightscope.model.DataReading;
import java.nio.file.attribute.FileTime;

/// A data set as it is at a time, and how it is read: a file that has changed is another.
///
/// @param source the absolute path of a file, or what names data that never change
/// @param modified when, and `bytes` how large it is; of data that never change both 0
public record DataVersion(String source, FileTime modified, long bytes, DataReading reading) {
    static DataVersion unchanging(String source, DataReading reading) {
        return new DataVersion(source, FileTime.fromMillis(0), 0, reading);
    }
}
