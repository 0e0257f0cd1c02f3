package dev.weightscope.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// When pictures were painted, from the toolkit's own record.
///
/// The toolkit paints on a thread of its own and calls nobody back when a paint has ended. But it
/// tells the JDK's flight recorder the phases of each frame on both threads (`javafx.PulsePhase`),
/// with the frame's number. A picture is painted when the paint of the frame that it was laid out
/// in has ended, presenting included where the graphics pipeline presents. What the window system
/// and the screen do after that is not in it.
final class PaintLog implements AutoCloseable {
    private static final String PHASE = "javafx.PulsePhase";
    private static final String LAID_OUT = "dev.weightscope.PictureLaidOut";

    private final Recording recording = new Recording();
    private int pictures;

    /// A picture that is laid out in the frame in whose midst this event is.
    @Name(LAID_OUT)
    @StackTrace(false)
    @SuppressWarnings("UnusedVariable") // the flight recorder reads the fields
    static final class LaidOut extends Event {
        private final int picture;
        private final long nanos;

        LaidOut(int picture, long nanos) {
            this.picture = picture;
            this.nanos = nanos;
        }
    }

    /// Begins to record; to be called before the toolkit starts, which looks then and only then
    /// whether anybody records.
    PaintLog() {
        recording.enable(PHASE).withoutThreshold().withoutStackTrace();
        recording.enable(LaidOut.class);
        recording.start();
    }

    /// Notes that the frame that is being laid out shows a new picture. Toolkit thread only.
    ///
    /// @return the number of the picture
    int laidOut() {
        int picture = pictures++;
        new LaidOut(picture, System.nanoTime()).commit();
        return picture;
    }

    /// Ends the record.
    ///
    /// @param file to be made, for the record
    /// @return when each picture was painted, by [System#nanoTime]; one that never was is missing
    Map<Integer, Long> painted(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        List<RecordedEvent> laidOut = new ArrayList<>();
        List<RecordedEvent> phases = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            // Where somebody else records too, events of all kinds are in the file.
            switch (event.getEventType().getName()) {
                case PHASE -> phases.add(event);
                case LAID_OUT -> laidOut.add(event);
                default -> {}
            }
        }
        Map<Integer, Long> painted = new HashMap<>();
        if (laidOut.isEmpty()) {
            return painted;
        }
        long toolkitThread = laidOut.getFirst().getThread().getJavaThreadId();
        NavigableMap<Instant, Integer> frames = new TreeMap<>();
        NavigableMap<Integer, Instant> paintEnds = new TreeMap<>();
        for (RecordedEvent phase : phases) {
            int frame = phase.getInt("pulseId");
            if (phase.getThread().getJavaThreadId() == toolkitThread) {
                frames.put(phase.getStartTime(), frame);
            } else {
                paintEnds.merge(frame, phase.getEndTime(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        for (RecordedEvent event : laidOut) {
            Instant time = event.getStartTime();
            Map.Entry<Instant, Integer> frame = frames.floorEntry(time);
            // A frame that comes too soon after another may be painted with the next one.
            Map.Entry<Integer, Instant> end =
                    frame == null ? null : paintEnds.ceilingEntry(frame.getValue());
            if (end != null) {
                painted.put(
                        event.getInt("picture"),
                        event.getLong("nanos") + Duration.between(time, end.getValue()).toNanos());
            }
        }
        return painted;
    }

    @Override
    public void close() {
        recording.close();
    }
}
