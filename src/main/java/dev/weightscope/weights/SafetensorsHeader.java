package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// What the header of a safetensors file says, not yet compared with the file.
///
/// @param metadata its texts
/// @param entries in the order in which they stand
record SafetensorsHeader(Map<String, String> metadata, List<SafetensorsHeader.Entry> entries) {
    static final String METADATA = "__metadata__";
    private static final int MOST_NESTING = 16;

    /// Names are the reader's own to compare: a table of them, which a file of another's making can
    /// fill with names of one hash, is not kept.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_NESTING)
                                    .maxNumberLength(100)
                                    .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                    .build();

    /// A tensor as the header has it.
    ///
    /// @param begin of its bytes behind the header
    /// @param end one behind its last byte
    record Entry(String name, String dtype, List<Long> shape, long begin, long end) {}

    /// @param source for messages
    /// @param header UTF-8
    /// @throws Refusal if it is no JSON object of the specification's form
    static SafetensorsHeader read(Source source, MemorySegment header) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text(header))) {
            SafetensorsHeader read = new Reading(source, json).header();
            if (json.nextToken() != null) {
                throw wrong(source, "something follows the object", json);
            }
            return read;
        } catch (JacksonException failed) {
            throw source.refused(
                    "is no valid safetensors file: its header cannot be read: "
                            + Quoted.value(failed.getOriginalMessage()));
        }
    }

    /// Malformed UTF-8 ends the reading: else two names could become one.
    private static Reader text(MemorySegment header) {
        return new InputStreamReader(
                new SegmentStream(header),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Refusal wrong(Source source, String what, JsonParser json) {
        return source.refused(
                "is no valid safetensors file: in its header, %s, at character %d"
                        .formatted(what, json.currentTokenLocation().getCharOffset() + 1));
    }

    /// One way through the header.
    private record Reading(Source source, JsonParser json) {
        SafetensorsHeader header() {
            Map<String, String> metadata = new LinkedHashMap<>();
            List<Entry> entries = new ArrayList<>();
            expect(json.nextToken(), JsonToken.START_OBJECT, "the object of tensors");
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                if (name.equals(METADATA)) {
                    readMetadata(metadata);
                } else {
                    entries.add(entry(name));
                }
            }
            return new SafetensorsHeader(metadata, entries);
        }

        private void readMetadata(Map<String, String> metadata) {
            expect(json.nextToken(), JsonToken.START_OBJECT, "an object of texts");
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                expect(json.nextToken(), JsonToken.VALUE_STRING, "a text");
                metadata.put(key, json.getString());
            }
        }

        private Entry entry(String name) {
            expect(json.nextToken(), JsonToken.START_OBJECT, "an object for the tensor");
            String dtype = null;
            List<Long> shape = null;
            List<Long> offsets = null;
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                switch (json.currentName()) {
                    case "dtype" -> {
                        expect(json.nextToken(), JsonToken.VALUE_STRING, "a type");
                        dtype = json.getString();
                    }
                    case "shape" -> shape = numbers();
                    case "data_offsets" -> offsets = numbers();
                    default -> {
                        json.nextToken();
                        json.skipChildren();
                    }
                }
            }
            if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
                throw wrong(
                        source,
                        "tensor %s needs dtype, shape and two data_offsets"
                                .formatted(Quoted.of(name)),
                        json);
            }
            return new Entry(name, dtype, shape, offsets.getFirst(), offsets.getLast());
        }

        private List<Long> numbers() {
            expect(json.nextToken(), JsonToken.START_ARRAY, "a list of numbers");
            List<Long> numbers = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                expect(json.currentToken(), JsonToken.VALUE_NUMBER_INT, "a whole number");
                if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        || json.getLongValue() < 0) {
                    throw wrong(source, "a size or a place is negative or no 64-bit number", json);
                }
                numbers.add(json.getLongValue());
            }
            return numbers;
        }

        private void expect(@Nullable JsonToken found, JsonToken wanted, String what) {
            if (found != wanted) {
                throw wrong(source, what + " is expected", json);
            }
        }
    }

    /// The bytes of a segment one after another.
    private static final class SegmentStream extends InputStream {
        private final MemorySegment segment;
        private long at;

        SegmentStream(MemorySegment segment) {
            this.segment = segment;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(length, segment.byteSize() - at);
            if (count == 0) {
                return length == 0 ? 0 : -1;
            }
            MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, at, target, offset, count);
            at += count;
            return count;
        }
    }
}
