package dev.weightscope.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.weightscope.model.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people take for weights is called by its name, with the way to a file that can be read.
class OtherFilesTest {
    private static final String PICKLE =
            "a Python pickle without the zip file that torch.save writes around one since PyTorch"
                    + " 1.6: a program that runs when it is loaded, so it is not read;"
                    + " where it is trusted, convert it: from safetensors.torch import save_file;"
                    + " save_file(model.state_dict(), \"model.safetensors\")";

    @TempDir Path folder;

    @Test
    void theLineToCopyStandsAtTheEnd() {
        assertEquals(
                Optional.of(
                        "from safetensors.torch import save_file; save_file(model.state_dict(),"
                                + " \"model.safetensors\")"),
                Remedy.in("model.pt is " + PICKLE));
        assertTrue(
                Remedy.in("convert it: " + Remedy.SAVE_KERAS).orElse("").startsWith("np.savez("));
        assertEquals(Optional.of("git lfs pull"), Remedy.in("fetch them with: git lfs pull"));
        assertEquals(Optional.empty(), Remedy.in("git lfs pull is missing"));
    }

    @Test
    void whatBeginsOtherwiseIsNamed() throws IOException {
        String[][] table = {
            {
                "",
                "is empty; name a file of weights: npy, PyTorch, Keras, npz, GGUF, ONNX, HDF5,"
                        + " safetensors"
            },
            {
                "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
                "is not the weights but what Git LFS leaves in their place (12345 bytes); fetch"
                        + " them with: git lfs pull"
            },
            {
                "\n<!DOCTYPE html><title>404</title>",
                "is a web page and not the file that was to be downloaded; take the address of the"
                        + " download itself, on Hugging Face the one with /resolve/ in place of"
                        + " /blob/, and log in where it is asked for"
            },
            {
                "{\"metadata\": {}, \"weight_map\": {}}",
                "only lists in which files the tensors are; name one of those files"
            },
            {"\u0080\2}q\0.", "is " + PICKLE},
            {"\u0080\4\u0095", "is " + PICKLE},
            {"\u001f\u008b\b\0", "is compressed by gzip; unpack it with gunzip first"},
            {
                "\u0089PNG\r\n\u001a\n",
                "is a picture (PNG), whatever its name, and holds no weights; name a file of"
                        + " weights: npy, PyTorch, Keras, npz, GGUF, ONNX, HDF5, safetensors"
            },
            {
                "%PDF-1.7",
                "is a PDF document, whatever its name, and holds no weights; name a file of"
                        + " weights: npy, PyTorch, Keras, npz, GGUF, ONNX, HDF5, safetensors"
            },
            {
                "weights",
                "holds no weights in a form that is known; there are: npy, PyTorch, Keras, npz,"
                    + " GGUF, ONNX, HDF5, safetensors; it begins with the bytes 77 65 69 67 68 74"
                    + " 73"
            },
        };
        Path file = folder.resolve("model.safetensors");
        for (String[] row : table) {
            Files.write(file, row[0].getBytes(StandardCharsets.ISO_8859_1));
            assertEquals(file + " " + row[1], refusal(file));
        }
        assertEquals(10, table.length);
    }

    @Test
    void archivesAndPicklesOfTheFrameworksAreNamed() {
        String[][] table = {
            {"legacy.pt", "is " + PICKLE},
            {
                "objects.npy",
                "holds Python objects in \"array\", which only running code could read; save arrays"
                        + " of numbers, each with .astype(\"float64\")"
            },
        };
        for (String[] row : table) {
            Path file = WeightFileTest.FILES.resolve(row[0]);
            assertEquals(file + " " + row[1], refusal(file));
        }
        assertEquals(2, table.length);
    }

    @Test
    void whatIsNoFileIsSaidToBeNone() {
        assertEquals(folder + " is a directory; name a file of weights", refusal(folder));
        Path missing = folder.resolve("missing.npz");
        assertEquals(missing + " does not exist", refusal(missing));
    }

    /// However short: a header cut off, values cut off, a list of entries that is gone.
    @Test
    void ofACutFileItIsSaidHowMuchIsMissing() throws IOException {
        Object[][] table = {
            {"all-types.safetensors", 1, "is cut off: 1 byte is missing at its end;"},
            {"all-types.safetensors", 100, "is cut off: 100 bytes are missing at its end;"},
            {"plain.npy", 96, "is cut off: 96 bytes are missing at its end;"},
            {"plain.npy", 97, "is cut off: 1 byte is missing at its end;"},
            {"plain.npy", 216, "is cut off: 4 bytes are missing at its end;"},
            {"all-types.npz", 1, "is a zip file whose end is missing;"},
        };
        for (Object[] row : table) {
            byte[] whole = Files.readAllBytes(WeightFileTest.FILES.resolve((String) row[0]));
            Path file = folder.resolve((String) row[0]);
            Files.write(file, Arrays.copyOf(whole, whole.length - (int) row[1]));
            assertEquals("%s %s copy or download it again".formatted(file, row[2]), refusal(file));
        }
        assertEquals(6, table.length);
    }

    private static String refusal(Path file) {
        return String.valueOf(
                assertThrows(Refusal.class, () -> WeightFile.open(file).close()).getMessage());
    }
}
