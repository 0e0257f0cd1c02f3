package dev.weightscope.option;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// All options of some settings, in the order in which they are applied: what others build on comes
/// first.
///
/// @param <S> the settings, an immutable record
public final class Options<S> {
    private final S defaults;
    private final List<Option<S, ?>> list;

    /// Of [#standardText], by an option's key: to find one, the defaults are read once for each
    /// choice of the option's owner, and every text of all settings asks for every option's.
    private final Map<String, Optional<String>> standardTexts = new ConcurrentHashMap<>();

    /// @param defaults what holds where nothing is said
    /// @param list with different keys
    public Options(S defaults, List<Option<S, ?>> list) {
        this.defaults = defaults;
        this.list = List.copyOf(list);
        Set<String> keys = new HashSet<>();
        for (Option<S, ?> option : list) {
            if (!keys.add(option.key())) {
                throw new IllegalArgumentException("two options are called " + option.key());
            }
        }
    }

    public S defaults() {
        return defaults;
    }

    public List<Option<S, ?>> list() {
        return list;
    }

    /// The same options where something else holds when nothing is said.
    public Options<S> withDefaults(S newDefaults) {
        return new Options<>(newDefaults, list);
    }

    /// How the options are typed.
    public Set<String> flags() {
        Set<String> flags = new HashSet<>();
        list.forEach(option -> flags.add(option.flag()));
        return flags;
    }

    /// The option that is typed like this.
    ///
    /// @param flag with its dashes: `--gain`
    /// @throws Refusal in one sentence, if there is none
    public Option<S, ?> find(String flag) {
        return list.stream()
                .filter(option -> option.flag().equals(flag))
                .findFirst()
                .orElseThrow(() -> unknown(flag));
    }

    private Refusal unknown(String flag) {
        return new Refusal(
                "option %s is unknown%s"
                        .formatted(
                                Quoted.of(flag),
                                Suggestion.didYouMean(
                                        flag, list.stream().map(Option::flag).toList())));
    }

    /// The options whose being read depends on the choice of `owner`.
    public List<Option<S, ?>> ownedBy(Option<S, ?> owner) {
        return list.stream().filter(option -> option.owner().equals(Optional.of(owner))).toList();
    }

    /// The choices of an option's owner with which it is read; empty where it has no owner.
    List<String> readers(Option<S, ?> option) {
        return option.owner().stream()
                .flatMap(owner ->
                        owner.codec().choices().stream()
                                .filter(choice -> reads(option, owner, choice)))
                .toList();
    }

    private boolean reads(Option<S, ?> option, Option<S, ?> owner, String choice) {
        return option.write(owner.read(reading(owner), choice)).isPresent();
    }

    /// Settings that read an option: the defaults, with the first choice of its owner that does.
    private S reading(Option<S, ?> option) {
        List<String> readers = readers(option);
        if (readers.isEmpty()) {
            return defaults;
        }
        Option<S, ?> owner = option.owner().orElseThrow();
        return owner.read(reading(owner), readers.getFirst());
    }

    /// The value of an option where nothing is said: in the defaults, or in settings that read it.
    /// Empty for what the defaults have in another form (widths).
    public <T> Optional<T> standard(Option<S, T> option) {
        return option.get(reading(option));
    }

    /// The text of [#standard].
    ///
    /// @param option one of [#list]
    public <T> Optional<String> standardText(Option<S, T> option) {
        return standardTexts.computeIfAbsent(
                option.key(), _ -> standard(option).map(option.codec()::write));
    }

    /// The text of an option's value where all settings are written out: empty where they do not
    /// read it, and where it is a default that goes without saying.
    public Optional<String> stated(Option<S, ?> option, S settings) {
        return option.write(settings)
                .filter(text ->
                        option.isSaidAtDefault()
                                || !standardText(option).equals(Optional.of(text)));
    }

    /// What the help says of an option: its own words, then bounds and default.
    public String help(Option<S, ?> option) {
        String bounds = option.codec() instanceof NumberCodec<?> number ? number.bounds() : "";
        return option.help()
                + (bounds.isEmpty() ? "" : " %s.".formatted(bounds))
                + (option.codec() instanceof Flag
                        ? "" // said by being there, it is off without
                        : standardText(option).map(" Default: %s."::formatted).orElse(""));
    }
}
