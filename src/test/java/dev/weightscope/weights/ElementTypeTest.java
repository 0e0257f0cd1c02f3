package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElementTypeTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    /// @param bytes of the elements, as they lie in a file
    private record Row(ElementType type, String bytes, double... values) {}

    /// The least subnormal, the greatest subnormal, the least normal, the greatest finite number,
    /// and what is none, where the type has them.
    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            ElementType.F64,
                            "0100000000000000 ffffffffffffef7f 000000000000f0ff 000000000000f87f"
                                    + " 0000000000000080",
                            Double.MIN_VALUE,
                            Double.MAX_VALUE,
                            -INF,
                            NAN,
                            -0.0),
                    new Row(
                            ElementType.F32,
                            "01000000 ffff7f00 00008000 ffff7f7f 0000807f 0100807f 00000080",
                            0x1p-149,
                            0x0.fffffep-126,
                            0x1p-126,
                            Float.MAX_VALUE,
                            INF,
                            NAN,
                            -0.0),
                    new Row(
                            ElementType.F16,
                            "0100 ff03 0004 ff7b 007c 00fc 017c 0080 003c",
                            0x1p-24,
                            0x0.ffcp-14,
                            0x1p-14,
                            65504,
                            INF,
                            -INF,
                            NAN,
                            -0.0,
                            1),
                    new Row(
                            ElementType.BF16,
                            "0100 7f00 8000 7f7f 807f 80ff 817f 0080 803f",
                            0x1p-133,
                            0x0.fep-126,
                            0x1p-126,
                            0x1.fep127,
                            INF,
                            -INF,
                            NAN,
                            -0.0,
                            1),
                    new Row(
                            ElementType.F8_E4M3,
                            "01 07 08 7e fe 7f ff 80 38",
                            0x1p-9,
                            0x1.cp-7,
                            0x1p-6,
                            448,
                            -448,
                            NAN,
                            NAN,
                            -0.0,
                            1),
                    new Row(
                            ElementType.F8_E5M2,
                            "01 03 04 7b 7c fc 7d ff 80 3c",
                            0x1p-16,
                            0x1.8p-15,
                            0x1p-14,
                            57344,
                            INF,
                            -INF,
                            NAN,
                            NAN,
                            -0.0,
                            1),
                    new Row(
                            ElementType.F8_E4M3FNUZ,
                            "01 07 08 7f ff 80 40",
                            0x1p-10,
                            0x1.cp-8,
                            0x1p-7,
                            240,
                            -240,
                            NAN,
                            1),
                    new Row(
                            ElementType.F8_E5M2FNUZ,
                            "01 03 04 7f ff 80 40",
                            0x1p-17,
                            0x1.8p-16,
                            0x1p-15,
                            57344,
                            -57344,
                            NAN,
                            1),
                    new Row(ElementType.F8_E8M0, "00 7f fe ff", 0x1p-127, 1, 0x1p127, NAN),
                    new Row(
                            ElementType.I64,
                            "ffffffffffffffff 0000000000000080 0100000000002000",
                            -1,
                            -0x1p63,
                            0x1p53),
                    new Row(ElementType.I32, "ffffffff 00000080", -1, -0x1p31),
                    new Row(ElementType.I16, "ffff 0080 ff7f", -1, -32768, 32767),
                    new Row(ElementType.I8, "ff 80 7f", -1, -128, 127),
                    new Row(
                            ElementType.U64,
                            "ffffffffffffffff 0000000000000080 ff07000000000080 0104000000000080"
                                    + " 0004000000000080",
                            0x1p64,
                            0x1p63,
                            0x1p63 + 0x1p11,
                            0x1p63 + 0x1p11,
                            0x1p63),
                    new Row(ElementType.U32, "ffffffff", 4294967295.0),
                    new Row(ElementType.U16, "ffff", 65535),
                    new Row(ElementType.U8, "ff 80", 255, 128),
                    new Row(ElementType.BOOL, "00 01 ff", 0, 1, 1));

    @Test
    void everyPatternIsTheNumberThatItsFormatSays() {
        Set<ElementType> seen = EnumSet.noneOf(ElementType.class);
        for (Row row : ROWS) {
            byte[] bytes = HexFormat.of().parseHex(row.bytes.replace(" ", ""));
            assertEquals(bytes.length, row.values.length * row.type.bytes(), row.type.key());
            double[] values = new double[row.values.length];
            row.type.decode(MemorySegment.ofArray(bytes), values, values.length);
            assertArrayEquals(row.values, values, row.type.key());
            seen.add(row.type);
        }
        assertEquals(EnumSet.allOf(ElementType.class), seen);
    }

    @Test
    void everyNumberOfEightBitsButNaNHasOnePattern() {
        Object[][] table = {
            {Float8.E4M3, 254},
            {Float8.E5M2, 250},
            {Float8.E4M3FNUZ, 255},
            {Float8.E5M2FNUZ, 255},
            {Float8.E8M0, 255},
        };
        for (Object[] row : table) {
            float[] values = (float[]) row[0];
            long distinct =
                    IntStream.range(0, values.length)
                            .mapToObj(i -> values[i])
                            .filter(each -> !each.isNaN())
                            .distinct()
                            .count();
            assertEquals((int) row[1], distinct);
        }
        assertEquals(5, table.length);
    }
}
