package dev.weightscope.engine;

import dev.weightscope.model.LayerRole;
import dev.weightscope.network.LayerQuestion;
import dev.weightscope.network.PassQuestion;
import java.util.ArrayList;
import java.util.List;

/// Which layers of the way there are kept for the way back, and which are computed once more when
/// the way back comes to them (checkpointing; Griewank 1992, "Achieving logarithmic growth of
/// temporal and spatial complexity in reverse automatic differentiation").
///
/// Where the tape of all layers fits, all is kept. Else the layers are cut into parts: what goes
/// into each part is kept, and the tape of the last; the tape of any other one is made when the way
/// back comes to it. In about 2·√n signals for n layers, parts of √n layers need none computed more
/// than twice ([#bytesOfTwice]). In less memory, parts are cut again, and layers are computed three
/// times and more; where there is no room beside that of the way there, each is computed anew from
/// the first, n²/2 in all. How many were computed again is told ([#recomputed]).
///
/// No part ends between the two layers of a branch.
///
/// @param first layer, counted from 1
/// @param last layer
/// @param parts in order, together these layers; empty where the tape of all of them is kept
/// @param start what there is of the signal that goes into the first layer
record TapePlan(int first, int last, List<TapePlan> parts, Start start) {
    /// Where a part begins.
    enum Start {
        /// The signal that goes into it is kept from the sweep that comes by.
        KEPT,
        /// It is computed anew, from where the whole begins, when the way back comes to the part, a
        /// layer or a branch. Nothing is put on the tape then: the arrays that the way there goes
        /// through hold what is needed of so few layers.
        COMPUTED
    }

    TapePlan {
        parts = List.copyOf(parts);
    }

    /// The plan that keeps as much as fits.
    ///
    /// @param bytes for tapes and kept signals; whatever it is, there is a plan
    static TapePlan of(PassQuestion question, long bytes) {
        return new Planner(question).plan(1, question.depth(), bytes, Start.KEPT);
    }

    /// The plan for a tape of all layers.
    static TapePlan whole(int depth) {
        return new TapePlan(1, depth, List.of(), Start.KEPT);
    }

    /// Bytes of the tape of all layers.
    static long bytesOfWhole(PassQuestion question) {
        return new Planner(question).tape(1, question.depth());
    }

    /// Bytes in which no layer has to be computed more than twice.
    static long bytesOfTwice(PassQuestion question) {
        return new Planner(question).bytesOfTwice();
    }

    boolean isWhole() {
        return parts.isEmpty() && first == 1;
    }

    /// Whether the sweep that comes to the last of these layers keeps the tape of one of them.
    boolean tapes(int layer) {
        return first <= layer
                && layer <= last
                && (parts.isEmpty() ? start == Start.KEPT : parts.getLast().tapes(layer));
    }

    /// Whether the sweep that comes to the last of these layers keeps the output of a layer: it is
    /// a sum with a stream, of which the tape would not tell, or goes into a part of its own.
    boolean keepsOutput(LayerQuestion asked) {
        int layer = asked.weights().layer();
        return keepsSignalBehind(layer) || (tapes(layer) && asked.role().endsBranch());
    }

    private boolean keepsSignalBehind(int layer) {
        return parts.stream()
                        .skip(1)
                        .anyMatch(part -> part.start == Start.KEPT && part.first == layer + 1)
                || (!parts.isEmpty() && parts.getLast().keepsSignalBehind(layer));
    }

    /// How many layers are computed once more than in a sweep through these.
    int recomputed() {
        int sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            TapePlan part = parts.get(i);
            boolean swept = i == parts.size() - 1 && part.start == Start.KEPT;
            int from = part.start == Start.KEPT ? part.first : first;
            sum += part.recomputed() + (swept ? 0 : part.last - from + 1);
        }
        return sum;
    }

    private static final class Planner {
        private final PassQuestion question;

        /// Bytes of the tapes of the first layers: of none, of one, and so on.
        private final long[] tapes;

        Planner(PassQuestion question) {
            this.question = question;
            this.tapes = new long[question.depth() + 1];
            for (int layer = 1; layer <= question.depth(); layer++) {
                tapes[layer] = tapes[layer - 1] + tape(layer);
            }
        }

        TapePlan plan(int first, int last, long bytes, Start start) {
            if (tape(first, last) <= bytes) {
                return new TapePlan(first, last, List.of(), start);
            }
            List<TapePlan> twice = computedTwice(first, last, bytes);
            if (!twice.isEmpty()) {
                return new TapePlan(first, last, twice, start);
            }
            List<Integer> starts = blockStarts(first, last);
            long signal = starts.stream().mapToLong(each -> signal(each - 1)).max().orElse(0);
            long fitting = Math.min(bytes / signal, starts.size() - 1L);
            return new TapePlan(
                    first,
                    last,
                    fitting < 1
                            ? eachAnew(starts)
                            : cut(starts, last, Math.max(1, fitting / 2), bytes),
                    start);
        }

        /// Parts of which each has its tape while the signals in front of all others are kept: the
        /// last one as long as can be, since that is computed once; none where there is no room.
        private List<TapePlan> computedTwice(int first, int last, long bytes) {
            List<Integer> starts = blockStarts(first, last);
            for (int i = 1; i < starts.size(); i++) {
                long room = tape(starts.get(i), last);
                if (room > bytes) {
                    continue;
                }
                List<TapePlan> parts = greedy(starts, i, last, room);
                if (!parts.isEmpty() && room + signalsBetween(parts) <= bytes) {
                    return parts;
                }
            }
            return List.of();
        }

        private long signalsBetween(List<TapePlan> parts) {
            return parts.stream().skip(1).mapToLong(part -> signal(part.first - 1)).sum();
        }

        long bytesOfTwice() {
            int last = question.depth();
            List<Integer> starts = blockStarts(1, last);
            long least = tape(1, last);
            for (int i = 1; i < starts.size(); i++) {
                long room = tape(starts.get(i), last);
                List<TapePlan> parts = greedy(starts, i, last, room);
                if (!parts.isEmpty()) {
                    least = Math.min(least, room + signalsBetween(parts));
                }
            }
            return least;
        }

        /// The part from a start to the last layer, and in front of it as many as needed, of tapes
        /// that fit into the room; none where a block does not.
        private List<TapePlan> greedy(List<Integer> starts, int lastStart, int last, long room) {
            List<TapePlan> parts = new ArrayList<>();
            parts.add(new TapePlan(starts.get(lastStart), last, List.of(), Start.KEPT));
            int end = starts.get(lastStart) - 1;
            int begin = end + 1;
            for (int i = lastStart - 1; i >= 0; i--) {
                if (tape(starts.get(i), end) > room) {
                    if (begin > end) {
                        return List.of();
                    }
                    parts.addFirst(new TapePlan(begin, end, List.of(), Start.KEPT));
                    end = begin - 1;
                    if (tape(starts.get(i), end) > room) {
                        return List.of();
                    }
                }
                begin = starts.get(i);
            }
            parts.addFirst(new TapePlan(begin, end, List.of(), Start.KEPT));
            return parts;
        }

        /// Equal parts, as many as so many kept signals divide it into.
        private List<TapePlan> cut(List<Integer> starts, int last, long signals, long bytes) {
            List<TapePlan> parts = new ArrayList<>();
            int count = (int) signals + 1;
            long left = bytes;
            for (int i = 0; i < count; i++) {
                int from = starts.get((int) ((long) i * starts.size() / count));
                int end = (int) ((long) (i + 1) * starts.size() / count);
                int to = end == starts.size() ? last : starts.get(end) - 1;
                if (i > 0) {
                    left -= signal(from - 1);
                }
                parts.add(plan(from, to, left, Start.KEPT));
            }
            return parts;
        }

        private List<TapePlan> eachAnew(List<Integer> starts) {
            return starts.stream()
                    .map(each -> new TapePlan(each, blockEnd(each), List.of(), Start.COMPUTED))
                    .toList();
        }

        private List<Integer> blockStarts(int first, int last) {
            List<Integer> starts = new ArrayList<>();
            for (int layer = first; layer <= last; layer = blockEnd(layer) + 1) {
                starts.add(layer);
            }
            return starts;
        }

        /// The last layer of the branch that begins with a layer; itself where none does.
        private int blockEnd(int layer) {
            return question.layer(layer).role() == LayerRole.FIRST_OF_BRANCH ? layer + 1 : layer;
        }

        /// Bytes of the tapes of layers.
        long tape(int first, int last) {
            return tapes[last] - tapes[first - 1];
        }

        private long tape(int layer) {
            int kept =
                    switch (question.layer(layer).role()) {
                        case PLAIN, FIRST_OF_BRANCH, LAST_OF_BRANCH -> 1;
                        case WHOLE_BRANCH -> 2;
                    };
            return kept * signal(layer);
        }

        /// Bytes of what comes out of a layer, or of the input.
        private long signal(int layer) {
            long units =
                    layer == 0
                            ? question.input().width()
                            : question.layer(layer).weights().fanOut();
            return (long) Float.BYTES * question.input().samples() * units;
        }
    }
}
