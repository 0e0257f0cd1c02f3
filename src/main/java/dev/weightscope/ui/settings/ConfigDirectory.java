package dev.weightscope.ui.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/// Where a system keeps the settings of programs.
public final class ConfigDirectory {
    /// Names another directory, for tests and for trying things out.
    public static final String PROPERTY = "weightscope.config.dir";

    private static final String NAME = "weightscope";

    private ConfigDirectory() {}

    /// `$XDG_CONFIG_HOME/weightscope` or `~/.config/weightscope`, `%APPDATA%\weightscope`,
    /// `~/Library/Application Support/weightscope`; the property before all.
    ///
    /// @throws java.nio.file.InvalidPathException if its name has characters that the character set
    ///   of this system has not, as those of another language in the locale `POSIX`
    public static Path find(Map<String, String> environment, Properties properties) {
        String given = properties.getProperty(PROPERTY);
        if (given != null) {
            return Path.of(given);
        }
        Path home = Path.of(properties.getProperty("user.home", "."));
        String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path base;
        if (system.startsWith("windows")) {
            base = path(environment, "APPDATA").orElse(home.resolve("AppData/Roaming"));
        } else if (system.startsWith("mac")) {
            base = home.resolve("Library/Application Support");
        } else {
            base = path(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config"));
        }
        return base.resolve(NAME);
    }

    /// XDG: a value that is no absolute path is to be ignored.
    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
