package dev.weightscope.cli;

import dev.weightscope.arguments.EngineOptions;
import dev.weightscope.bench.Benchmark;
import dev.weightscope.bench.ProductSize;
import dev.weightscope.bench.Timing;
import dev.weightscope.bench.Workload;
import dev.weightscope.bench.WorkloadProcess;
import dev.weightscope.bench.WorkloadTimes;
import dev.weightscope.engine.EngineSettings;
import dev.weightscope.kernel.Kernel;
import dev.weightscope.kernel.Kernels;
import dev.weightscope.lab.TextTable;
import dev.weightscope.model.Numbers;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.json.JsonMapper;

/// Times the workloads, each in a process of its own, then the products in this one, and prints
/// what came out.
record BenchCommand(Window window, PrintStream out) implements Command {
    private static final int DIGITS = 3;

    @Override
    public String name() {
        return "bench";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                                "Time the workloads that other libraries are compared by, and"
                                        + " products; takes a minute or two, with the"
                                        + " scalar kernel 8 to 9 minutes.")
                        .addOption(
                                Specs.flag(
                                        Specs.JSON,
                                        "Print one JSON object instead; times in seconds."));
        Specs.addOptions(spec, BenchOptions.TIMES);
        Specs.addEngineOptions(spec, List.of(EngineOptions.KERNEL, EngineOptions.THREADS));
        return spec;
    }

    @Override
    public List<Command> subcommands() {
        return List.of(new BenchUiCommand(window, out));
    }

    @Override
    public void execute(ParseResult parsed, EngineSettings engine) throws IOException {
        BenchSettings settings = GivenOptions.settings(BenchOptions.TIMES, parsed);
        WorkloadProcess process =
                new WorkloadProcess(
                        new Benchmark(settings.repetitions(), settings.warmUp()),
                        engine.kernel(),
                        engine.threads());
        // The form that was chosen, as it is from the start: no other one stands in for it until it
        // is compiled.
        try (Kernel kernel = Kernels.choose(engine.kernel(), engine.threads())) {
            SequencedMap<String, WorkloadTimes> workloads = new LinkedHashMap<>();
            for (Workload workload : settings.workloads()) {
                workloads.put(workload.label(), process.run(workload));
            }
            SequencedMap<String, ProductSize.Speed> products = new LinkedHashMap<>();
            for (ProductSize size : ProductSize.ALL) {
                products.put(
                        size.label(),
                        size.speed(kernel, settings.repetitions(), settings.warmUp()));
            }
            Report report =
                    new Report(
                            System.getProperty("java.version"),
                            kernel.description(),
                            engine.threads(),
                            workloads,
                            products);
            if (parsed.hasMatchedOption(Specs.JSON)) {
                out.println(new JsonMapper().writeValueAsString(report));
            } else {
                out.print(table(report));
            }
        }
    }

    /// @param workloads by label, in seconds
    /// @param product by size, in GFLOP/s
    private record Report(
            String jdk,
            String kernel,
            int threads,
            SequencedMap<String, WorkloadTimes> workloads,
            SequencedMap<String, ProductSize.Speed> product) {}

    private static String table(Report report) {
        List<List<String>> times = new ArrayList<>();
        times.add(List.of("seconds", "", "median", "min", "max"));
        report.workloads()
                .forEach((label, each) -> {
                    times.add(row(label, "draw", each.draw()));
                    times.add(row("", "cold", each.cold()));
                    times.add(row("", "warm", each.warm()));
                    times.add(List.of("", "first", number(each.first()), "", ""));
                });
        List<List<String>> products = new ArrayList<>();
        products.add(List.of("GFLOP/s", "median", "fastest"));
        report.product()
                .forEach((label, each) -> {
                    String median = number(each.median());
                    products.add(List.of(label, median, number(each.fastest())));
                });
        return """
        JDK %s; kernel: %s

        %s
        %s\
        """
                .formatted(
                        report.jdk(),
                        report.kernel(),
                        TextTable.format(TextTable.Alignment.RIGHT, times),
                        TextTable.format(TextTable.Alignment.RIGHT, products));
    }

    private static List<String> row(String label, String what, Timing timing) {
        return List.of(
                label, what, number(timing.median()), number(timing.min()), number(timing.max()));
    }

    private static String number(double value) {
        return Numbers.significant(value, DIGITS);
    }
}
