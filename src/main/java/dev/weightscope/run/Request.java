package dev.weightscope.run;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Experiment;
import java.util.List;

/// Experiments to compute, the most urgent first, and whether they are still wanted.
final class Request implements Cancellation {
    private final List<Experiment> experiments;
    private volatile boolean retired;

    Request(List<Experiment> experiments) {
        this.experiments = List.copyOf(experiments);
    }

    List<Experiment> experiments() {
        return experiments;
    }

    void retire() {
        retired = true;
    }

    @Override
    public boolean isCancelled() {
        return retired;
    }
}
