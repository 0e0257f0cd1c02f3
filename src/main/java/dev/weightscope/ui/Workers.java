package dev.weightscope.ui;

import dev.weightscope.kernel.Kernel;
import dev.weightscope.memory.MemoryBudget;
import dev.weightscope.run.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// The threads that answer labs: one for whichever is in sight, and one of lower urgency for each
/// that goes on when it is left.
public final class Workers implements AutoCloseable {
    private final Worker inSight = new Worker();
    private final List<Worker> behind = new ArrayList<>();

    /// Has the questions of labs answered from now on.
    ///
    /// @param deliverer runs what is to be done with answers, on the toolkit's thread
    public void connect(
            List<LabTab<?, ?>> tabs, Executor deliverer, Kernel kernel, MemoryBudget memory) {
        tabs.forEach(tab -> tab.connect(worker(tab), deliverer, kernel, memory));
    }

    private Worker worker(LabTab<?, ?> tab) {
        if (!tab.lab().isLong()) {
            return inSight;
        }
        Worker worker = inSight.behind();
        behind.add(worker);
        return worker;
    }

    /// As [Worker#close], of all.
    @Override
    public void close() {
        behind.forEach(Worker::close);
        inSight.close();
    }
}
