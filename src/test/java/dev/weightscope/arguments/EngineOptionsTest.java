package dev.weightscope.arguments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Option;
import org.junit.jupiter.api.Test;

class EngineOptionsTest {
    private static final EngineSettings BASE =
            new EngineSettings(Kernels.Choice.SCALAR, 2, 1_000_000);

    @Test
    void aTextIsReadIntoItsPartOfTheSettingsAndBack() {
        Object[][] table = {
            {EngineOptions.KERNEL, "auto", BASE.withKernel(Kernels.Choice.AUTO), "auto"},
            {EngineOptions.KERNEL, "scalar", BASE, "scalar"},
            {EngineOptions.KERNEL, "vector", BASE.withKernel(Kernels.Choice.VECTOR), "vector"},
            {EngineOptions.THREADS, "1", BASE.withThreads(1), "1"},
            {EngineOptions.THREADS, "1024", BASE.withThreads(1024), "1024"},
            {EngineOptions.CACHE, "0", BASE.withDrawBudget(0), "0"},
            {EngineOptions.CACHE, "12", BASE.withDrawBudget(12), "12"},
            {EngineOptions.CACHE, "3k", BASE.withDrawBudget(3 << 10), "3072"},
            {EngineOptions.CACHE, "512m", BASE.withDrawBudget(512L << 20), "536870912"},
            {EngineOptions.CACHE, "2G", BASE.withDrawBudget(2L << 30), "2147483648"},
            {
                EngineOptions.CACHE,
                "9223372036854775807",
                BASE.withDrawBudget(Long.MAX_VALUE),
                "9223372036854775807"
            },
        };
        int checked = 0;
        for (Object[] row : table) {
            Option<EngineSettings, ?> option = option(row[0]);
            EngineSettings read = option.read(BASE, (String) row[1]);
            assertEquals(row[2], read);
            assertEquals(row[3], option.write(read).orElseThrow());
            checked++;
        }
        assertEquals(11, checked);
    }

    @Test
    void whatIsNoValueIsSaidInOneSentence() {
        Object[][] table = {
            {
                EngineOptions.KERNEL,
                "fast",
                "kernel \"fast\" is unknown; there are: auto, scalar, vector"
            },
            {EngineOptions.THREADS, "-1", "threads -1 is outside 1..1024"},
            {EngineOptions.CACHE, "", "cache \"\" is not a size; write for example 512m, 2g or 0"},
            {
                EngineOptions.CACHE,
                "1.5g",
                "cache \"1.5g\" is not a size; write for example 512m, 2g or 0"
            },
            {
                EngineOptions.CACHE,
                "9223372036854775808",
                "cache 9223372036854775808 is outside 0..8589934591g"
            },
        };
        int checked = 0;
        for (Object[] row : table) {
            Option<EngineSettings, ?> option = option(row[0]);
            assertEquals(
                    row[2],
                    assertThrows(Refusal.class, () -> option.read(BASE, (String) row[1]))
                            .getMessage());
            checked++;
        }
        assertEquals(5, checked);
    }

    private static Option<EngineSettings, ?> option(Object cell) {
        return EngineOptions.ALL.stream().filter(cell::equals).findFirst().orElseThrow();
    }
}
