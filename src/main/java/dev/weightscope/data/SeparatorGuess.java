package dev.weightscope.data;

import dev.weightscope.model.Separator;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The separator that makes the most of the beginning of a file: lines of one length, and numbers.
final class SeparatorGuess {
    private SeparatorGuess() {}

    /// @param lines how the file is parsed, but for the separator
    /// @param sample whole lines
    static Separator of(CsvLines lines, String sample) {
        Separator best = Separator.COMMA;
        double bestScore = 0;
        for (Separator each : Separator.values()) {
            if (each == Separator.SPACE
                    || (each != Separator.AUTO && sample.indexOf(each.text().charAt(0)) >= 0)) {
                double score = score(parsed(lines, each, sample));
                if (score > bestScore) {
                    best = each;
                    bestScore = score;
                }
            }
        }
        return best;
    }

    static List<Line> parsed(CsvLines lines, Separator separator, String sample) {
        List<Line> parsed =
                new CsvLines(lines.source(), separator, lines.quote(), lines.before())
                        .readBeginning(new StringReader(sample));
        int usual = usualSize(parsed);
        return parsed.stream().filter(line -> !line.isNote() || line.size() == usual).toList();
    }

    /// 0 where it separates nothing; else the share of lines that have the usual length, times more
    /// where more of their values are numbers.
    private static double score(List<Line> lines) {
        int usual = usualSize(lines);
        if (usual < 2) {
            return 0;
        }
        double agreeing = lines.stream().filter(line -> line.size() == usual).count();
        long values = 0;
        long numbers = 0;
        for (Line line : lines.size() == 1 ? lines : lines.subList(1, lines.size())) {
            values += line.size();
            for (String value : line.values()) {
                boolean isNumber =
                        Cell.of(value, false).hasNumber() || Cell.of(value, true).hasNumber();
                numbers += isNumber ? 1 : 0;
            }
        }
        return agreeing / lines.size() * (0.5 + (double) numbers / values);
    }

    /// How many values most lines have; of two such numbers, the larger one.
    private static int usualSize(List<Line> lines) {
        Map<Integer, Integer> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(line.size(), 1, Integer::sum));
        int usual = 0;
        for (Map.Entry<Integer, Integer> each : counts.entrySet()) {
            int more = each.getValue() - counts.getOrDefault(usual, 0);
            if (more > 0 || (more == 0 && each.getKey() > usual)) {
                usual = each.getKey();
            }
        }
        return usual;
    }
}
