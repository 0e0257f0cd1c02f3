package dev.weightscope.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.weightscope.model.Refusal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NamedPathTest {
    @Test
    void aNameIsAPath() {
        assertEquals(Path.of("a/b.csv"), NamedPath.of("a/b.csv"));
    }

    @Test
    void aNameThatNoFileCanHaveIsSaidToBeOne() {
        assertEquals(
                "a\\u0000b holds NUL, which no file's name can",
                assertThrows(Refusal.class, () -> NamedPath.of("a\0b")).getMessage());
    }

    /// Half a surrogate pair is in no encoding, as Größe is not in ASCII.
    @Test
    void aNameThatTheLocaleCannotSpellIsSaidToBeOne() {
        assertEquals(
                "the locale cannot name the file a\\ud800 (its encoding is "
                        + System.getProperty("sun.jnu.encoding")
                        + "); start the program in a UTF-8 locale, for example with LC_ALL=C.UTF-8",
                assertThrows(Refusal.class, () -> NamedPath.of("a\ud800")).getMessage());
    }
}
