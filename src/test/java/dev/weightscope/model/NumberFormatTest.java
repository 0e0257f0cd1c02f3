package dev.weightscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberFormatTest {
    private record Row(
            NumberFormat format,
            double largest,
            double overflowsFrom,
            double smallestNormal,
            double smallestSubnormal) {}

    private static final List<Row> ROWS =
            List.of(
                    new Row(
                            NumberFormat.FLOAT32,
                            Float.MAX_VALUE,
                            0x1.ffffffp127,
                            Float.MIN_NORMAL,
                            Float.MIN_VALUE),
                    new Row(NumberFormat.BFLOAT16, 0x1.fep127, 0x1.ffp127, 0x1p-126, 0x1p-133),
                    new Row(NumberFormat.FLOAT16, 65504, 65520, 0x1p-14, 0x1p-24));

    @Test
    void theBoundsAreThoseOfTheStandard() {
        for (Row row : ROWS) {
            assertEquals(
                    row,
                    new Row(
                            row.format(),
                            row.format().largest(),
                            row.format().overflowsFrom(),
                            row.format().smallestNormal(),
                            row.format().smallestSubnormal()));
        }
        assertEquals(NumberFormat.values().length, ROWS.size());
    }
}
