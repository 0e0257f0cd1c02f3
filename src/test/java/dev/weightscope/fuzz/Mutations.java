package dev.weightscope.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/// Files a little or very damaged: a seed gives the same bytes at every run.
final class Mutations {
    private static final int MOST = 6;
    private static final int LONGEST_REPEAT = 1 << 16;

    /// What readers have stumbled over.
    private static final List<String> TOKENS =
            List.of(
                    "\0",
                    "\"",
                    "\"\"",
                    "'",
                    ",",
                    ";",
                    "\n",
                    "\r\n",
                    "\t",
                    "\u001b[31m",
                    "\u0007",
                    "\u202e",
                    "\uFEFF",
                    "NaN",
                    "inf",
                    "-Infinity",
                    "1e999",
                    "-1e-999",
                    "0x1p3",
                    "99999999999999999999",
                    "-0",
                    "null",
                    "{",
                    "}",
                    "[",
                    "]",
                    "[".repeat(3000),
                    "{\"a\":".repeat(3000),
                    "--input",
                    "--input /dev/zero",
                    "--widths 0,0",
                    "--seed " + "9".repeat(10_000),
                    "--" + "x".repeat(10_000),
                    "--gain",
                    "=",
                    "pin",
                    "#",
                    "IDAT",
                    "iTXt",
                    "zTXt",
                    "weightscope\0",
                    "\u001f\u008b\b",
                    "PK\u0003\u0004");

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /// One to a few changes, one after another.
    byte[] of(byte[] original) {
        byte[] mutated = original;
        int count = 1 + random.nextInt(MOST);
        for (int i = 0; i < count; i++) {
            mutated = changed(mutated);
        }
        return mutated;
    }

    private byte[] changed(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        return switch (random.nextInt(8)) {
            case 0 -> replaced(bytes, from, from, token());
            case 1 -> replaced(bytes, from, to, token());
            case 2 -> replaced(bytes, from, to, new byte[0]);
            case 3 -> replaced(bytes, from, bytes.length, new byte[0]);
            case 4 -> replaced(bytes, to, to, repeated(bytes, from, to));
            case 5 -> replaced(bytes, from, Math.min(from + 4, bytes.length), noise(4));
            case 6 -> replaced(bytes, from, from, noise(1 + random.nextInt(64)));
            default -> flipped(bytes);
        };
    }

    private byte[] token() {
        return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] flipped(byte[] bytes) {
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private byte[] repeated(byte[] bytes, int from, int to) {
        ByteArrayOutputStream repeated = new ByteArrayOutputStream();
        int times = 1 + random.nextInt(1 << random.nextInt(12));
        for (int i = 0; i < times && repeated.size() + to - from <= LONGEST_REPEAT; i++) {
            repeated.write(bytes, from, to - from);
        }
        return repeated.toByteArray();
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(by);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }
}
