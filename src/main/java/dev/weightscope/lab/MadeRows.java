package dev.weightscope.lab;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/// Rows of a table that are made each time they are asked for, and never kept: a table of hundreds
/// of thousands of them takes no room and no time until it is written.
///
/// Does not change, as long as the function gives equal rows for equal places.
public final class MadeRows<R> extends AbstractList<R> implements RandomAccess {
    private final int count;
    private final IntFunction<R> row;

    /// @param row of a place from 0 on; called on any thread
    public MadeRows(int count, IntFunction<R> row) {
        this.count = count;
        this.row = row;
    }

    @Override
    public R get(int place) {
        return row.apply(Objects.checkIndex(place, count));
    }

    @Override
    public int size() {
        return count;
    }
}
