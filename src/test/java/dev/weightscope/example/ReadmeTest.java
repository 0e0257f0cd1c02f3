package dev.weightscope.example;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.CustomInitializer;
import dev.weightscope.model.InitializerCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path EXAMPLE =
            Path.of("src/test/java/dev/weightscope/example/MyXavier.java");

    @Test
    void theReadmeShowsTheInitializerThatIsTestedHere() throws IOException {
        String source = Files.readString(EXAMPLE);
        String body = source.substring(source.indexOf("public final class"));
        String imports = source.substring(source.indexOf("import"), source.indexOf("\n///"));
        assertTrue(Files.readString(Path.of("README.md")).contains(imports + "\n" + body));
    }

    @Test
    void aClassNamedInMetaInfServicesIsInTheCatalogue() {
        CustomInitializer found =
                assertInstanceOf(CustomInitializer.class, InitializerCatalogue.find("my-xavier"));
        assertEquals("my-xavier", found.label());
        assertEquals(6, found.functions().weights(2, 3, new Random(1)).length);
        assertArrayEquals(
                new float[] {0.1f, 0.1f, 0.1f}, found.functions().bias(2, 3, new Random(1)));
    }
}
