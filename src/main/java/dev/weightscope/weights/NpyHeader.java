package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the header of an npy file says.
///
/// @param descr NumPy's name of the type: `<f4`; of a record of fields, all of it
/// @param isFortran whether the first dimension is the fastest
/// @param shape in either order, as NumPy shows it
/// @param end where the values begin
record NpyHeader(String descr, boolean isFortran, List<Long> shape, long end) {
    static final String MAGIC = "\u0093NUMPY";

    /// As NumPy's own reader.
    private static final int MOST = 10_000;

    /// Of lists in lists, which records of fields have.
    private static final int MOST_NESTING = 16;

    /// @param source begins with [#MAGIC]
    /// @throws Refusal if it is no header that NumPy would write
    static NpyHeader read(Source source) {
        if (source.size() < 12) {
            throw source.cutOff(12 - source.size());
        }
        int version = source.u8(6);
        if (version < 1 || version > 3) {
            throw source.refused(
                    "is an npy file of version %d; versions 1 to 3 are known".formatted(version));
        }
        long length = version == 1 ? source.u16(8) : source.u32(8);
        if (length > MOST) {
            throw wrong(source, "it has %d bytes; %d are allowed".formatted(length, MOST));
        }
        int start = version == 1 ? 10 : 12;
        long end = start + length;
        if (end > source.size()) {
            throw source.cutOff(end - source.size());
        }
        byte[] bytes = source.bytes().asSlice(start, length).toArray(ValueLayout.JAVA_BYTE);
        String text =
                new String(
                        bytes, version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return of(source, new Literal(source, text).dict(), end);
    }

    private static NpyHeader of(Source source, Map<String, Object> dict, long end) {
        Object descr = dict.get("descr");
        if (dict.size() == 3
                && descr != null
                && dict.get("fortran_order") instanceof Boolean isFortran
                && dict.get("shape") instanceof List<?> sizes) {
            List<Long> shape = new ArrayList<>();
            for (Object size : sizes) {
                if (!(size instanceof Long number)) {
                    throw wrong(source, "a size of the shape is no number of elements");
                }
                shape.add(number);
            }
            return new NpyHeader(
                    descr instanceof String name ? name : "a record of fields",
                    isFortran,
                    shape,
                    end);
        }
        throw wrong(source, "it needs descr, fortran_order and shape, and no more");
    }

    private static Refusal wrong(Source source, String what) {
        return source.refused("is no valid npy file: in its header, " + what);
    }

    /// A literal of Python, as far as such headers have them: texts, whole numbers, True and False,
    /// tuples, lists and one dict. Nothing is evaluated.
    private static final class Literal {
        private final Source source;
        private final String text;
        private int at;

        Literal(Source source, String text) {
            this.source = source;
            this.text = text;
        }

        Map<String, Object> dict() {
            Map<String, Object> dict = new LinkedHashMap<>();
            take('{');
            while (!isNext('}')) {
                if (!(value(0) instanceof String key)) {
                    throw unexpected("a name in quotation marks");
                }
                take(':');
                if (dict.put(key, value(0)) != null) {
                    throw wrong(source, Quoted.of(key) + " stands twice");
                }
                if (!isNext('}')) {
                    take(',');
                }
            }
            take('}');
            if (peek() != '\0') {
                throw unexpected("its end");
            }
            return dict;
        }

        private Object value(int depth) {
            if (depth > MOST_NESTING) {
                throw wrong(source, "lists are nested too deep");
            }
            char next = peek();
            return switch (next) {
                case '\'', '"' -> string(next);
                case '(' -> list('(', ')', depth);
                case '[' -> list('[', ']', depth);
                default -> word();
            };
        }

        private List<Object> list(char open, char close, int depth) {
            List<Object> list = new ArrayList<>();
            take(open);
            while (!isNext(close)) {
                list.add(value(depth + 1));
                if (!isNext(close)) {
                    take(',');
                }
            }
            take(close);
            return list;
        }

        private String string(char quote) {
            int end = text.indexOf(quote, at + 1);
            if (end < 0 || text.substring(at, end).indexOf('\\') >= 0) {
                throw unexpected("a text without backslashes");
            }
            String found = text.substring(at + 1, end);
            at = end + 1;
            return found;
        }

        /// `True`, `False` or a number; of Python 2, `3L`.
        private Object word() {
            int start = at;
            while (at < text.length() && isOfWord(text.charAt(at))) {
                at++;
            }
            String word = text.substring(start, at);
            if (word.matches("[0-9]{1,19}L?")) {
                try {
                    return Long.valueOf(word.replace("L", ""));
                } catch (NumberFormatException _) {
                    throw wrong(source, "a number is none of 64 bits");
                }
            }
            return switch (word) {
                case "True" -> true;
                case "False" -> false;
                default -> {
                    at = start;
                    throw unexpected("a text, a whole number, True or False");
                }
            };
        }

        private static boolean isOfWord(char each) {
            return (each >= '0' && each <= '9')
                    || (each >= 'A' && each <= 'Z')
                    || (each >= 'a' && each <= 'z');
        }

        private boolean isNext(char wanted) {
            return peek() == wanted;
        }

        private void take(char wanted) {
            if (!isNext(wanted)) {
                throw unexpected("\"" + wanted + "\"");
            }
            at++;
        }

        /// The next character that is no blank; NUL at the end.
        private char peek() {
            while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : '\0';
        }

        private Refusal unexpected(String wanted) {
            return wrong(source, "%s is expected at character %d".formatted(wanted, at + 1));
        }
    }
}
