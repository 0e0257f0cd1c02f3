package dev.weightscope.ui.inspect;

import dev.weightscope.kernel.Cancellation;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.model.LoadedWeights;
import dev.weightscope.model.Step;
import dev.weightscope.model.WeightsReading;
import dev.weightscope.report.DetailCharts;
import dev.weightscope.report.DetailReading;
import dev.weightscope.report.FileReading;
import dev.weightscope.report.Inspected;
import dev.weightscope.report.TensorPair;
import dev.weightscope.run.Background;
import dev.weightscope.run.Background.Outcome;
import dev.weightscope.weights.LayerFiles;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Has files of weights read in the background: whole files by all threads of a kernel, and again
/// for the details of one tensor, of which the singular values may take seconds.
///
/// @param files for whole files alone
/// @param details for details alone, so that they need not wait for a file
/// @param spectra for singular values alone, so that other details need not wait for them
/// @param deliverer runs what is to be done with results, on the toolkit's thread
/// @param kernel not closed here
public record WeightReader(
        Background files,
        Background details,
        Background spectra,
        Executor deliverer,
        Kernel kernel) {
    /// @param deliverer runs what is to be done with results, on the toolkit's thread
    /// @param kernel not closed here
    public static WeightReader of(Executor deliverer, Kernel kernel) {
        return new WeightReader(
                new Background(deliverer),
                new Background(deliverer),
                new Background(deliverer),
                deliverer,
                kernel);
    }

    /// Told on the toolkit's thread.
    interface Listener {
        void step(Step step);

        void partial(Inspected inspected);

        void done(Outcome<Inspected> outcome);
    }

    /// Asks for what there is to know, in the place of what was asked before.
    void read(InspectSettings settings, Listener listener) {
        files.<Inspected>request(
                this,
                cancellation -> {
                    FileReading reading =
                            new FileReading(
                                    kernel, cancellation, delivering(cancellation, listener));
                    return settings.other().isEmpty()
                            ? reading.one(settings.file(), settings.layouts())
                            : reading.two(settings.file(), settings.other(), settings.layouts());
                },
                listener::done);
    }

    private FileReading.Listener delivering(Cancellation cancellation, Listener listener) {
        Newest steps = new Newest(cancellation);
        Newest parts = new Newest(cancellation);
        return new FileReading.Listener() {
            @Override
            public void step(Step step) {
                steps.deliver(() -> listener.step(step));
            }

            @Override
            public void partial(Inspected inspected) {
                parts.deliver(() -> listener.partial(inspected));
            }
        };
    }

    /// News of which the newest counts: however many there are between two deliveries, they cost
    /// one.
    private final class Newest {
        private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
        private final Cancellation cancellation;

        Newest(Cancellation cancellation) {
            this.cancellation = cancellation;
        }

        void deliver(Runnable news) {
            if (waiting.getAndSet(news) == null) {
                deliverer.execute(() -> {
                    Runnable newest = waiting.getAndSet(null);
                    if (newest != null && !cancellation.isCancelled()) {
                        newest.run();
                    }
                });
            }
        }
    }

    /// Gives up what was asked by [#read].
    void cancel() {
        files.cancel(this);
    }

    /// Asks for the weights and biases of layers, in the place of those that were asked before.
    void load(String source, WeightsReading reading, Consumer<Outcome<LoadedWeights>> taker) {
        files.request("layers", () -> LayerFiles.read(source, reading), taker);
    }

    /// Asks for the details of a tensor, in the place of those that were asked before: first
    /// without singular values, and then, if it has any that can be found, with them.
    void detail(Inspected inspected, TensorPair pair, Consumer<Outcome<DetailCharts>> reader) {
        spectra.cancel(this);
        DetailReading reading = new DetailReading(inspected, pair);
        details.<DetailCharts>request(
                this,
                reading::charts,
                outcome -> {
                    reader.accept(outcome);
                    if (outcome instanceof Outcome.Done<DetailCharts>(DetailCharts charts)
                            && reading.hasSpectra()) {
                        spectra.<DetailCharts>request(
                                this,
                                cancellation -> reading.withSpectra(charts, cancellation),
                                reader);
                    }
                });
    }

    /// Gives up what was asked by [#detail].
    void cancelDetail() {
        details.cancel(this);
        spectra.cancel(this);
    }

    /// Gives everything up.
    public void close() {
        files.close();
        details.close();
        spectra.close();
    }
}
