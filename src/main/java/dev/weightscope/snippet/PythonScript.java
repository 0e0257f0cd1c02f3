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

    /// Of the standard library, by what is used.
    private static final SequencedMap<Pattern, String> STANDARD = new LinkedHashMap<>();

    /// Others, in the same way.
    private static final SequencedMap<Pattern, String> IMPORTS = new LinkedHashMap<>();

    static {
        STANDARD.put(Pattern.compile("\\bcopy\\.deepcopy"), "import copy");
        STANDARD.put(Pattern.compile("\\bcsv\\."), "import csv");
        STANDARD.put(Pattern.compile("\\bgzip\\."), "import gzip");
        STANDARD.put(Pattern.compile("\\bmath\\."), "import math");
        IMPORTS.put(Pattern.compile("\\bjax\\."), "import jax");
        IMPORTS.put(Pattern.compile("\\bjnp\\."), "import jax.numpy as jnp");
        IMPORTS.put(Pattern.compile("\\bkeras\\."), "import keras");
        IMPORTS.put(Pattern.compile("\\bnp\\."), "import numpy as np");
        IMPORTS.put(Pattern.compile("\\bsafetensors\\.numpy\\."), "import safetensors.numpy");
        IMPORTS.put(Pattern.compile("\\bsafetensors\\.torch\\."), "import safetensors.torch");
        IMPORTS.put(Pattern.compile("(?<![.])\\btorch\\."), "import torch");
        IMPORTS.put(Pattern.compile("\\bF\\."), "import torch.nn.functional as F");
        for (String each : List.of("fetch_openml", "load_breast_cancer", "load_digits")) {
            IMPORTS.put(
                    Pattern.compile("\\b" + each + "\\b"), "from sklearn.datasets import " + each);
        }
        IMPORTS.put(Pattern.compile("(?<![.])\\bnn\\."), "from torch import nn");
    }

    private PythonScript() {}

    /// The whole file.
    static String of(List<String> lines) {
        String text = String.join("\n", lines).replaceAll("#.*", "");
        List<String> all = new ArrayList<>(used(STANDARD, text));
        List<String> others = used(IMPORTS, text);
        if (!all.isEmpty() && !others.isEmpty()) {
            all.add("");
        }
        all.addAll(others);
        all.add("");
        if (lines.getFirst().startsWith("def ") || lines.getFirst().startsWith("class ")) {
            all.add("");
        }
        all.addAll(lines);
        return String.join("\n", all) + "\n";
    }

    private static List<String> used(SequencedMap<Pattern, String> imports, String text) {
        return imports.entrySet().stream()
                .filter(each -> each.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .toList();
    }

    /// A string as Python, in ASCII.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(each -> {
                    if (each == '"' || each == '\\') {
                        quoted.append('\\').appendCodePoint(each);
                    } else if (each < ' ' || each > '~') {
                        quoted.append((each > 0xffff ? "\\U%08x" : "\\u%04x").formatted(each));
                    } else {
                        quoted.appendCodePoint(each);
                    }
                });
        return quoted.append('"').toString();
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
