package dev.weightscope.weights;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an ONNX file says of an initializer, not yet compared.
///
/// @param type its number in the format
/// @param values by the number of their field; of one that came twice, the last
/// @param isOutside whether values are in a file of their own
/// @param outside where in it
record OnnxTensor(
        String name,
        List<Long> shape,
        int type,
        Map<Integer, MemorySegment> values,
        boolean isOutside,
        Map<String, String> outside) {
    static final int FLOATS = 4;
    static final int INTS = 5;
    static final int LONGS = 7;
    static final int RAW = 9;
    static final int DOUBLES = 10;
    static final int UNSIGNED_LONGS = 11;

    private static final int DIMENSION = 1;
    private static final int TYPE = 2;
    private static final int NAME = 8;
    private static final int OUTSIDE = 13;
    private static final int PLACE = 14;
    private static final int PLACE_OUTSIDE = 1;

    private static final int KEY = 1;
    private static final int VALUE = 2;

    static OnnxTensor read(ProtoReader message) {
        String name = "";
        List<Long> shape = new ArrayList<>();
        int type = 0;
        Map<Integer, MemorySegment> values = new HashMap<>();
        boolean isOutside = false;
        Map<String, String> outside = new LinkedHashMap<>();
        while (message.next()) {
            switch (message.field()) {
                case DIMENSION -> shape.add(message.number());
                case TYPE -> type = (int) message.number();
                case NAME -> name = message.text();
                case FLOATS, INTS, LONGS, RAW, DOUBLES, UNSIGNED_LONGS ->
                        values.put(message.field(), message.bytes());
                case PLACE -> isOutside = message.number() == PLACE_OUTSIDE;
                case OUTSIDE -> {
                    Map.Entry<String, String> entry = entry(message.message());
                    outside.put(entry.getKey(), entry.getValue());
                }
                default -> {}
            }
        }
        return new OnnxTensor(name, shape, type, values, isOutside, outside);
    }

    /// A note: two texts.
    static Map.Entry<String, String> entry(ProtoReader message) {
        String key = "";
        String value = "";
        while (message.next()) {
            switch (message.field()) {
                case KEY -> key = message.text();
                case VALUE -> value = message.text();
                default -> {}
            }
        }
        return Map.entry(key, value);
    }
}
