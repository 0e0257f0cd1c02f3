package dev.weightscope.snippet;

import dev.weightscope.model.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Lines of Python with the imports that they use before them.
final class PythonScript {
    /// The width of a comment (PEP 8).
    private static final int COLUMNS = 79;

    /// By what is used; the standard library's first.
    private static final SequencedMap<Pattern, String> IMPORTS = new LinkedHashMap<>();

    static {
        IMPORTS.put(Pattern.compile("\\bmath\\."), "import math");
        IMPORTS.put(Pattern.compile("\\bjax\\."), "import jax");
        IMPORTS.put(Pattern.compile("\\bjnp\\."), "import jax.numpy as jnp");
        IMPORTS.put(Pattern.compile("\\bkeras\\."), "import keras");
        IMPORTS.put(Pattern.compile("\\bnp\\."), "import numpy as np");
        IMPORTS.put(Pattern.compile("\\btorch\\."), "import torch");
        IMPORTS.put(Pattern.compile("\\bF\\."), "import torch.nn.functional as F");
        IMPORTS.put(Pattern.compile("(?<![.])\\bnn\\."), "from torch import nn");
    }

    private PythonScript() {}

    /// The whole file.
    static String of(List<String> lines) {
        String text = String.join("\n", lines).replaceAll("#.*", "");
        List<String> all = new ArrayList<>();
        for (Map.Entry<Pattern, String> each : IMPORTS.entrySet()) {
            if (each.getKey().matcher(text).find()) {
                all.add(each.getValue());
            }
        }
        boolean hasMath = all.remove("import math");
        if (hasMath) {
            all.addAll(0, all.isEmpty() ? List.of("import math") : List.of("import math", ""));
        }
        all.add("");
        if (lines.getFirst().startsWith("def ") || lines.getFirst().startsWith("class ")) {
            all.add("");
        }
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    /// A sentence as lines of a comment.
    static List<String> comment(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("#");
        for (String word : sentence.split(" ")) {
            if (line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder("#");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /// `factor * value`, without a factor of 1.
    static String times(double factor, String value) {
        return factor == 1 ? value : Numbers.plain(factor) + " * " + value;
    }

    static void indent(int columns, List<String> lines, List<String> out) {
        lines.forEach(line -> out.add(" ".repeat(columns) + line));
    }

    /// A name for a comment: consoles and files of any encoding keep it.
    static String ascii(String name) {
        return name.replaceAll("[^ -~]", "?");
    }

    static List<String> behind(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
