package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Headers that others write, and those that nobody should.
class NpyTest {
    private static final String F4 = "'descr': '<f4', 'fortran_order': False, ";

    @TempDir Path folder;

    @Test
    void theHeaderIsReadAsPythonWritesIt() throws IOException {
        Object[][] table = {
            {"{" + F4 + "'shape': (3,), }   \n", 12, List.of(3L), "float32"},
            {"{" + F4 + "'shape': (1L, 3L)}", 12, List.of(1L, 3L), "float32"},
            {"{\"shape\":(),\"fortran_order\":True,\"descr\":\"|i1\"}", 1, List.of(), "int8"},
            {"{" + F4 + "'shape': (0, 7)}", 0, List.of(0L, 7L), "float32"},
            {
                "{'descr': [('a', '<f4'), ('b', [('c', '<i2', (2,))])], 'fortran_order': False,"
                        + " 'shape': (2,)}",
                16,
                List.of(2L),
                "a record of fields"
            },
            {"{'descr': '<c8', 'fortran_order': False, 'shape': (1,)}", 8, List.of(1L), "<c8"},
            {"{'descr': '|V2', 'fortran_order': False, 'shape': (1,)}", 2, List.of(1L), "|V2"},
        };
        for (Object[] row : table) {
            Path file = write(1, (String) row[0], (int) row[1]);
            try (WeightFile opened = WeightFile.open(file)) {
                Tensor tensor = opened.tensors().getFirst();
                assertEquals(row[2], tensor.shape(), row[0].toString());
                assertEquals(row[3], tensor.dtype(), row[0].toString());
            }
        }
        assertEquals(7, table.length);
    }

    @Test
    void anythingElseIsRefused() throws IOException {
        String header = "is no valid npy file: in its header, ";
        Object[][] table = {
            {4, "{}", 0, "is an npy file of version 4; versions 1 to 3 are known"},
            {1, " ".repeat(10_001), 0, header + "it has 10001 bytes; 10000 are allowed"},
            {1, "{}", 0, header + "it needs descr, fortran_order and shape, and no more"},
            {
                1,
                "{" + F4 + "'shape': (1,), 'more': 1}",
                4,
                header + "it needs descr, fortran_order and shape, and no more"
            },
            {
                1,
                "{" + F4 + "'shape': (-1,)}",
                4,
                header + "a text, a whole number, True or False is expected at character 52"
            },
            {
                1,
                "{" + F4 + "'shape': ('a',)}",
                4,
                header + "a size of the shape is no number of elements"
            },
            {
                1,
                "{" + F4 + "'shape': (99999999999999999999,)}",
                4,
                header + "a text, a whole number, True or False is expected at character 52"
            },
            {
                1,
                "{" + F4 + "'shape': (9999999999999999999,)}",
                4,
                header + "a number is none of 64 bits"
            },
            {
                1,
                "{'a': __import__('os')}",
                0,
                header + "a text, a whole number, True or False is expected at character 7"
            },
            {1, "{'a': " + "(".repeat(9000), 0, header + "lists are nested too deep"},
            {1, "{'a': 1, 'a': 2}", 0, header + "\"a\" stands twice"},
            {1, "{'a\\'': 1}", 0, header + "a text without backslashes is expected at character 2"},
            {1, "{'a': 1} x", 0, header + "its end is expected at character 10"},
            {
                1,
                "{" + F4 + "'shape': (4294967296, 4294967296)}",
                4,
                "is no valid npy file: the shape of \"array\" has more elements than can be counted"
            },
            {
                1,
                "{" + F4 + "'shape': (1,)}",
                9,
                "holds 5 bytes behind its array; several arrays in a file are saved with np.savez"
            },
            {
                2,
                "{" + F4 + "'shape': (1000000,)}",
                0,
                "is cut off: 4000000 bytes are missing at its end; copy or download it again"
            },
        };
        for (Object[] row : table) {
            Path file = write((int) row[0], (String) row[1], (int) row[2]);
            assertEquals(
                    file + " " + row[3],
                    assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
        }
        assertEquals(16, table.length);
    }

    private Path write(int version, String header, int dataBytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(version);
        bytes.write(0);
        bytes.write(header.length());
        bytes.write(header.length() >> 8);
        bytes.writeBytes(new byte[version == 1 ? 0 : 2]);
        bytes.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(new byte[dataBytes]);
        return Files.write(folder.resolve("model"), bytes.toByteArray());
    }
}
