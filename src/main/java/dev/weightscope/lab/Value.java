package dev.weightscope.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// What can stand in a table or a JSON document.
public sealed interface Value {
    /// What can stand in a table's cell.
    sealed interface Cell extends Value {
        /// All of it, as in a CSV file.
        String text();
    }

    record Whole(long number) implements Cell {
        @Override
        public String text() {
            return Long.toString(number);
        }
    }

    /// A number that may be NaN or infinite, which JSON writes as the strings "NaN", "Infinity" and
    /// "-Infinity".
    record Real(double number) implements Cell {
        @Override
        public String text() {
            return Double.toString(number);
        }
    }

    record Text(String text) implements Cell {}

    /// An empty cell; `null` in JSON.
    record Missing() implements Cell {
        @Override
        public String text() {
            return "";
        }
    }

    record Array(List<? extends Value> elements) implements Value {
        public Array {
            elements = List.copyOf(elements);
        }
    }

    /// Members in their order.
    record Tree(SequencedMap<String, ? extends Value> members) implements Value {
        public Tree {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }
    }

    /// An array with an object for each row, written row by row: `a.b` is member `b` of the object
    /// `a`, and `a.0`, `a.1` are the elements of the array `a`.
    record Rows(Table<?> table) implements Value {}

    static Cell of(OptionalInt number) {
        return number.isPresent() ? new Whole(number.getAsInt()) : new Missing();
    }
}
