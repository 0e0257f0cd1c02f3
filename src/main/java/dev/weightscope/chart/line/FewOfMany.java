package dev.weightscope.chart.line;

import java.util.List;
import java.util.stream.IntStream;

/// Which of many curves are told of by name, where they follow each other as layers do.
final class FewOfMany {
    /// More names than these say less than a few.
    static final int MANY = 12;

    private static final int FEW = 6;

    private FewOfMany() {}

    /// All, if they are not many and have room; else evenly spaced ones, the first and the last
    /// among them.
    ///
    /// @param room for so many, at least 1
    static <T> List<T> of(List<T> all, int room) {
        int count = all.size();
        if (count <= Math.min(MANY, room)) {
            return all;
        }
        int few = Math.min(FEW, room);
        return IntStream.range(0, few)
                .map(place ->
                        few == 1 ? count - 1 : (int) Math.round(place * (count - 1.0) / (few - 1)))
                .mapToObj(all::get)
                .toList();
    }
}
