package dev.weightscope.snippet;

import java.util.HashMap;
import java.util.Map;

/// Values of Python expressions: numbers, names, the four operations, powers, brackets and square
/// roots.
final class PythonNumbers {
    private final Map<String, Double> names = new HashMap<>();
    private String text = "";
    private int at;

    void define(String name, double value) {
        names.put(name, value);
    }

    double value(String expression) {
        text = expression.replace(" ", "");
        at = 0;
        double value = sum();
        if (at < text.length()) {
            throw new IllegalArgumentException(expression);
        }
        return value;
    }

    private double sum() {
        double value = product();
        while (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
            value = take("+") ? value + product() : minus(value);
        }
        return value;
    }

    private double minus(double value) {
        at++;
        return value - product();
    }

    private double product() {
        double value = power();
        while (at < text.length() && "*/".indexOf(text.charAt(at)) >= 0) {
            value = take("*") ? value * power() : over(value);
        }
        return value;
    }

    private double over(double value) {
        at++;
        return value / power();
    }

    private double power() {
        if (take("-")) {
            return -power();
        }
        double base = atom();
        return take("**") ? Math.pow(base, power()) : base;
    }

    private double atom() {
        if (take("math.sqrt(") || take("np.sqrt(")) {
            return Math.sqrt(bracket());
        }
        if (take("(")) {
            return bracket();
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || "._".indexOf(text.charAt(at)) >= 0
                        || text.substring(start, at + 1).matches("[0-9.]+e-?"))) {
            at++;
        }
        String word = text.substring(start, at);
        Double named = names.get(word);
        return named == null ? Double.parseDouble(word) : named;
    }

    private double bracket() {
        double value = sum();
        if (!take(")")) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    private boolean take(String token) {
        if (!text.startsWith(token, at)) {
            return false;
        }
        at += token.length();
        return true;
    }
}
