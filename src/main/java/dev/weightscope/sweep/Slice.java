package dev.weightscope.sweep;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A share of all runs of a sweep, of whatever settings it compares: the runs stand in the order of
/// the table, and each share is those that follow the share before, so that the tables of all
/// shares, one behind the other, are the whole one.
///
/// @param part counted from 1
/// @param parts how many shares there are; some are empty where there are more than runs
/// @param place of the setting among those that are compared, from 0
/// @param settings how many are compared
public record Slice(int part, int parts, int place, int settings) {
    /// Everything, of one setting.
    static final Slice WHOLE = new Slice(1, 1, 0, 1);

    private static final Pattern FORM = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(\\d{1,6})\\s*");

    public Slice {
        if (parts < 1 || part < 1 || part > parts) {
            throw new Refusal(
                    "slice %d/%d is none; the first of %d is 1/%d, the last %d/%d"
                            .formatted(part, parts, parts, parts, parts, parts));
        }
    }

    /// `3/16`.
    ///
    /// @throws Refusal in one sentence, if it is no share
    static Slice read(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new Refusal(
                    "slice %s is no share; write for example 3/16".formatted(Quoted.of(text)));
        }
        return new Slice(
                Integer.parseInt(matcher.group(1)),
                Math.max(1, Integer.parseInt(matcher.group(2))),
                0,
                1);
    }

    String text() {
        return part + "/" + parts;
    }

    Slice of(int newPlace, int newSettings) {
        return new Slice(part, parts, newPlace, newSettings);
    }

    boolean isFirst() {
        return part == 1;
    }

    /// How many of a setting's runs come before the share.
    ///
    /// @param runs of each setting
    int first(int runs) {
        return bound(part - 1L, runs);
    }

    /// How many of a setting's runs come before the end of the share.
    int end(int runs) {
        return bound(part, runs);
    }

    private int bound(long shares, int runs) {
        long all = (long) runs * settings;
        long before = all * shares / parts - (long) runs * place;
        return Math.clamp(before, 0, runs);
    }
}
