package dev.weightscope.cli;

import dev.weightscope.chart.Chart;
import dev.weightscope.chart.Figure;
import dev.weightscope.chart.SideBySide;
import dev.weightscope.chart.tensor.BarChart;
import dev.weightscope.export.TableFile;
import dev.weightscope.file.NamedPath;
import dev.weightscope.kernel.Cancellation;
import dev.weightscope.model.Experiment;
import dev.weightscope.model.Layouts;
import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import dev.weightscope.option.Suggestion;
import dev.weightscope.option.Words;
import dev.weightscope.report.DetailCharts;
import dev.weightscope.report.DetailReading;
import dev.weightscope.report.FileReport;
import dev.weightscope.report.Inspected;
import dev.weightscope.report.TensorPair;
import dev.weightscope.saved.SavedSession;
import dev.weightscope.session.Pins;
import dev.weightscope.session.SessionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What is in a file of weights as files: a picture for each tensor, and the table.
///
/// @param layouts as they were given, which the pictures bring back
/// @param names of the tensors; none for all
record TensorFiles(
        Inspected inspected,
        Layouts layouts,
        List<String> names,
        PictureStyle style,
        Cancellation cancellation) {
    /// Of the tab, and of what is saved of it.
    private static final String KEY = "inspect";

    /// A tensor's name may be longer than a file's.
    private static final int LONGEST = 100;

    TensorFiles {
        names = List.copyOf(names);
    }

    /// Writes into a directory, which is made if it is missing; files of the same names are
    /// replaced. A tensor without values that can be drawn has no picture.
    ///
    /// @param written told each file once it is there
    /// @throws IOException whose message is one sentence, if a file cannot be written
    /// @throws Refusal in one sentence, if there is no tensor of a name
    void write(Path directory, TableFile table, Consumer<Path> written) throws IOException {
        List<TensorPair> pairs = chosen();
        FigureFile pictures = new FigureFile(style, note());
        Set<String> taken = new HashSet<>();
        for (TensorPair pair : pairs) {
            Optional<Figure> figure = figure(pair);
            if (figure.isPresent()) {
                written.accept(
                        pictures.write(directory, fileName(pair.name(), taken), figure.get()));
            }
        }
        TableFiles.write(List.of(table), directory).forEach(written);
    }

    /// What brings back the tab with the files.
    private String note() {
        List<String> words = new ArrayList<>();
        words.add("--file " + path(inspected.file()));
        inspected.other().ifPresent(other -> words.add("--other " + path(other)));
        if (!layouts.equals(Layouts.GUESSED)) {
            words.add("--layout " + Words.quote(layouts.text()));
        }
        SessionState state =
                new SessionState(Experiment.DEFAULT, Pins.NONE)
                        .withLab(KEY, String.join(" ", words));
        return SavedSession.of(state, new TreeMap<>(Map.of("tab", KEY))).format();
    }

    /// From anywhere; one that comes along has no path.
    private static String path(FileReport file) {
        Path path = NamedPath.of(file.source());
        return Words.quote(
                Files.exists(path) ? path.toAbsolutePath().normalize().toString() : file.source());
    }

    private List<TensorPair> chosen() {
        List<TensorPair> all = inspected.pairs();
        List<String> there = all.stream().map(TensorPair::name).toList();
        for (String name : names) {
            if (!there.contains(name)) {
                throw new Refusal(
                        "tensor %s is not there%s; inspect tells which there are"
                                .formatted(Quoted.of(name), Suggestion.didYouMean(name, there)));
            }
        }
        return all.stream().filter(pair -> names.isEmpty() || names.contains(pair.name())).toList();
    }

    private Optional<Figure> figure(TensorPair pair) {
        DetailReading reading = new DetailReading(inspected, pair);
        DetailCharts charts = reading.charts(cancellation);
        if (reading.hasSpectra()) {
            charts = reading.withSpectra(charts, cancellation);
        }
        List<Figure.Part> parts = new ArrayList<>();
        addPart(parts, Quoted.value(pair.name()), charts.values(), charts.singularValues());
        addPart(parts, "By input and by output", charts.inputs(), charts.outputs());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(parts, inspected.caption(Quoted.value(pair.name()))));
    }

    private static void addPart(
            List<Figure.Part> parts,
            String heading,
            Optional<BarChart> left,
            Optional<BarChart> right) {
        List<Chart> charts =
                Stream.of(left, right).flatMap(Optional::stream).<Chart>map(each -> each).toList();
        if (!charts.isEmpty()) {
            Chart all = charts.size() == 1 ? charts.getFirst() : new SideBySide(charts);
            parts.add(new Figure.Part(heading, all, 1));
        }
    }

    /// Letters, digits, dots and dashes of a tensor's name; no two alike, also where a file system
    /// makes no difference between small and large letters.
    ///
    /// @param taken modified: takes it
    private static String fileName(String tensor, Set<String> taken) {
        String plain = tensor.replaceAll("[^\\w.-]+", "_").replaceFirst("^[.-]+", "_");
        String stem =
                plain.isEmpty() ? "tensor" : plain.substring(0, Math.min(LONGEST, plain.length()));
        String name = stem;
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = stem + "-" + i;
        }
        return name;
    }
}
