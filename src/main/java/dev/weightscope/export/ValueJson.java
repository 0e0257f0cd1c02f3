package dev.weightscope.export;

import dev.weightscope.lab.Table;
import dev.weightscope.lab.Value;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/// Values in JSON.
final class ValueJson {
    private static final Pattern DOT = Pattern.compile("\\.");

    private ValueJson() {}

    static void write(JsonGenerator json, Value value) {
        switch (value) {
            case Value.Whole(long number) -> json.writeNumber(number);
            case Value.Real(double number) -> {
                if (Double.isFinite(number)) {
                    json.writeNumber(Double.toString(number));
                } else {
                    json.writeString(Double.toString(number));
                }
            }
            case Value.Text(String text) -> json.writeString(text);
            case Value.Missing _ -> json.writeNull();
            case Value.Array(List<? extends Value> elements) -> {
                json.writeStartArray();
                elements.forEach(each -> write(json, each));
                json.writeEndArray();
            }
            case Value.Tree tree -> {
                json.writeStartObject();
                tree.members().forEach((name, each) -> write(json.writeName(name), each));
                json.writeEndObject();
            }
            case Value.Rows(Table<?> table) -> writeRows(json, table);
        }
    }

    private static <R> void writeRows(JsonGenerator json, Table<R> table) {
        List<String[]> paths =
                table.columns().stream().map(column -> DOT.split(column.name())).toList();
        json.writeStartArray();
        for (R row : table.rows()) {
            json.writeStartObject();
            String[] before = {""};
            for (int i = 0; i < paths.size(); i++) {
                String[] path = paths.get(i);
                int shared = shared(before, path);
                close(json, before, shared);
                open(json, path, shared);
                writeName(json, path[path.length - 1]);
                write(json, table.columns().get(i).of(row));
                before = path;
            }
            close(json, before, 0);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// How many containers two paths have in common; the last name of each is no container.
    private static int shared(String[] before, String[] path) {
        int shared = 0;
        while (shared < Math.min(before.length, path.length) - 1
                && before[shared].equals(path[shared])) {
            shared++;
        }
        return shared;
    }

    private static void close(JsonGenerator json, String[] path, int kept) {
        for (int i = path.length - 2; i >= kept; i--) {
            if (isIndex(path[i + 1])) {
                json.writeEndArray();
            } else {
                json.writeEndObject();
            }
        }
    }

    private static void open(JsonGenerator json, String[] path, int kept) {
        for (int i = kept; i < path.length - 1; i++) {
            writeName(json, path[i]);
            if (isIndex(path[i + 1])) {
                json.writeStartArray();
            } else {
                json.writeStartObject();
            }
        }
    }

    /// An array's elements have their place and no name.
    private static void writeName(JsonGenerator json, String name) {
        if (!isIndex(name)) {
            json.writeName(name);
        }
    }

    private static boolean isIndex(String name) {
        return Character.isDigit(name.charAt(0));
    }
}
