package dev.weightscope.bench.window;

import java.util.Comparator;
import java.util.List;

/// What was seen of questions to the window and of their answers. Moments are nanoseconds on one
/// clock.
///
/// @param events how often a slider was moved, or something asked
/// @param asked the moves that asked something, in order; a move that means the same number as
///   before asks nothing
/// @param pictures that were painted, in any order
/// @param pulses when each of the toolkit's frames began while questions were asked, in order
/// @param longestWait how long the toolkit's thread kept something waiting, in nanoseconds
/// @param work of the toolkit's thread
public record AnswerMoments(
        int events,
        List<Asked> asked,
        List<Picture> pictures,
        List<Long> pulses,
        long longestWait,
        Work work) {
    private static final double NANOS = 1e-9;

    /// Of a picture that moves smoothly, whatever the rate of the toolkit is.
    private static final double FRAME = 1e9 / 60;

    public AnswerMoments {
        asked = List.copyOf(asked);
        pictures = List.copyOf(pictures);
        pulses = List.copyOf(pulses);
    }

    /// Processor time of the toolkit's thread, in nanoseconds.
    ///
    /// @param moves of each move that asked something
    /// @param pictures of each picture but the first, from the one before, moves left out
    public record Work(List<Long> moves, List<Long> pictures) {
        public Work {
            moves = List.copyOf(moves);
            pictures = List.copyOf(pictures);
        }

        private AnswerFigures.Work figures() {
            return new AnswerFigures.Work(percentiles(moves), percentiles(pictures));
        }

        private static Percentiles percentiles(List<Long> nanos) {
            return nanos.isEmpty()
                    ? new Percentiles(Double.NaN, Double.NaN, Double.NaN)
                    : Percentiles.of(nanos.stream().mapToDouble(each -> each * NANOS).toArray());
        }
    }

    /// A question.
    ///
    /// @param step that asked it
    /// @param due when it was to be asked: a window that is late to notice is not excused
    public record Asked(int step, long due) {}

    /// A picture on the screen.
    ///
    /// @param answers the newest step that it answers; negative if none
    /// @param painted when its paint had ended
    public record Picture(int answers, Extent extent, long painted) {}

    /// What a picture rests on.
    public enum Extent {
        PART,
        WHOLE
    }

    /// @throws IllegalStateException if a question was never answered, or none was asked
    public AnswerFigures figures() {
        if (asked.isEmpty()) {
            throw new IllegalStateException("no step asked for a picture");
        }
        return new AnswerFigures(
                Percentiles.of(latencies(pictures)),
                Percentiles.of(
                        latencies(
                                pictures.stream()
                                        .filter(each -> each.extent == Extent.WHOLE)
                                        .toList())),
                missedFrames(),
                longestWait * NANOS,
                events,
                pictures.size(),
                paintRate(),
                wholeRate(),
                work.figures());
    }

    private double paintRate() {
        long first = asked.getFirst().due;
        long[] painted =
                pictures.stream()
                        .mapToLong(Picture::painted)
                        .filter(each -> each > first)
                        .sorted()
                        .toArray();
        return painted.length == 0
                ? 0
                : painted.length / ((painted[painted.length - 1] - first) * NANOS);
    }

    private double wholeRate() {
        long first = asked.getFirst().due;
        long last = asked.getLast().due;
        long painted =
                pictures.stream()
                        .filter(each -> each.extent == Extent.WHOLE)
                        .filter(each -> first <= each.painted && each.painted <= last)
                        .count();
        return last == first ? 0 : painted / ((last - first) * NANOS);
    }

    /// Of each question, in seconds: until the first picture that answers it or a later one. What a
    /// newer picture has answered an older one does not answer again.
    private double[] latencies(List<Picture> candidates) {
        List<Picture> inOrder =
                candidates.stream().sorted(Comparator.comparingLong(Picture::painted)).toList();
        double[] latencies = new double[asked.size()];
        int answered = 0;
        for (Picture picture : inOrder) {
            while (answered < latencies.length && asked.get(answered).step <= picture.answers) {
                latencies[answered] = (picture.painted - asked.get(answered).due) * NANOS;
                answered++;
            }
        }
        if (answered < latencies.length) {
            throw new IllegalStateException(
                    "step %d was never answered".formatted(asked.get(answered).step));
        }
        return latencies;
    }

    /// Between two frames that came n periods apart, rounded, n − 1 were missed, of those that were
    /// due from the first to the last. Frames that came more often do not make up for them.
    private double missedFrames() {
        long missed = 0;
        for (int i = 1; i < pulses.size(); i++) {
            missed += Math.max(0, Math.round((pulses.get(i) - pulses.get(i - 1)) / FRAME) - 1);
        }
        long due =
                pulses.isEmpty() ? 0 : Math.round((pulses.getLast() - pulses.getFirst()) / FRAME);
        return missed == 0 ? 0 : (double) missed / Math.max(missed, due);
    }
}
