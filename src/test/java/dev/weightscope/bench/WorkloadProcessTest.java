package dev.weightscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.kernel.Kernels;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadProcessTest {
    private static final WorkloadProcess ONCE =
            new WorkloadProcess(new Benchmark(1, Duration.ZERO), Kernels.Choice.SCALAR, 1);

    @Test
    void whatTheJvmPrintsIsNotTakenForTheAnswer() throws IOException {
        assertTrue(ONCE.run(Workload.W2, List.of("-Xlog:gc*,gc+heap+exit")).first() > 0);
    }

    @Test
    void aProcessThatFailsIsOneSentence() {
        String[][] table = {
            {
                "-Xmx200m",
                "W3 needs more than the \\d+ MB of memory that java may take; its option -Xmx"
                        + " allows more"
            },
            {"-Xmx1k", "the process that times W3 ended with exit code 1: Too small maximum heap"},
        };
        int checked = 0;
        for (String[] row : table) {
            String sentence =
                    assertThrows(IOException.class, () -> ONCE.run(Workload.W3, List.of(row[0])))
                            .getMessage();
            assertTrue(String.valueOf(sentence).matches(row[1]), sentence);
            checked++;
        }
        assertEquals(2, checked);
    }
}
