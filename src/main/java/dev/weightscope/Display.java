package dev.weightscope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether it is worth while to ask the toolkit for a window.
///
/// On a Linux machine without a display the toolkit may print traces of the system libraries that
/// it misses before it gives up, so what can be known without it is found out first. Where nothing
/// speaks against a display, the toolkit has the last word.
final class Display {
    /// A display on this machine: `:0`, `unix:0`, `:0.0`.
    private static final Pattern LOCAL = Pattern.compile("(?:unix)?:(\\d+)(?:\\.\\d+)?");

    private static final Path SOCKETS_IN_USE = Path.of("/proc/net/unix");

    private Display() {}

    static boolean mayBeThere() {
        boolean isLinux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !isLinux
                || "Headless".equals(System.getProperty("glass.platform"))
                || mayBeThere(System.getenv(), Display::isSocket);
    }

    /// @param environment the toolkit's window system is X11, on Wayland too: it reads `DISPLAY`
    /// @param isSocket whether an X server may listen at a path
    static boolean mayBeThere(Map<String, String> environment, Predicate<String> isSocket) {
        String display = environment.getOrDefault("DISPLAY", "");
        Matcher local = LOCAL.matcher(display);
        return local.matches()
                ? isSocket.test("/tmp/.X11-unix/X" + local.group(1))
                : !display.isEmpty();
    }

    private static boolean isSocket(String path) {
        return Files.exists(Path.of(path)) || isAbstractSocket(path);
    }

    /// Linux knows sockets that are in no directory; a server may have this kind alone.
    private static boolean isAbstractSocket(String path) {
        try {
            return Files.readString(SOCKETS_IN_USE, StandardCharsets.ISO_8859_1)
                    .lines()
                    .anyMatch(line -> line.endsWith("@" + path));
        } catch (IOException _) {
            return true; // not known: the toolkit will find out
        }
    }
}
