import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Properties;
import java.util.zip.ZipInputStream;

/// Downloads the pinned Maven, checks its SHA-512 and unpacks it beside the place where it belongs,
/// then moves it there in one step, so that a half-unpacked Maven is never seen. `mvnw` and
/// `mvnw.cmd` start this file from its source: it needs no tool but the JDK that they have found.
///
/// Arguments: the properties file, and the directory that Maven is to be in afterwards.
final class InstallMaven {
    private static final int TIMEOUT_MILLIS = 30_000;

    private InstallMaven() {}

    public static void main(String[] args) {
        try {
            install(Path.of(args[0]), Path.of(args[1]));
        } catch (IOException e) {
            String reason = e instanceof FileSystemException ? e.toString() : e.getMessage();
            System.err.println("mvnw: Maven could not be put into " + args[1] + ": " + reason);
            System.exit(1);
        }
    }

    private static void install(Path propertiesFile, Path mavenHome) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(propertiesFile)) {
            properties.load(reader);
        }
        var url = URI.create(properties.getProperty("distributionUrl").strip());
        String expected = properties.getProperty("distributionSha512Sum").strip();

        Path parent = mavenHome.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path work = Files.createTempDirectory(parent, ".install-");
        try {
            System.err.println("Downloading " + url);
            Path archive = work.resolve("maven.zip");
            String actual = download(url, archive);
            if (!actual.equalsIgnoreCase(expected)) {
                throw new IOException(
                        "the SHA-512 of %s is %s, expected %s; nothing was kept."
                                .formatted(url, actual, expected));
            }
            unzip(archive, work);
            Path unpacked = work.resolve(mavenHome.getFileName());
            if (!unpacked.resolve("bin/mvn").toFile().setExecutable(true, false)) {
                throw new IOException(
                        "the archive holds no %s/bin/mvn.".formatted(mavenHome.getFileName()));
            }
            moveUnlessThere(unpacked, mavenHome);
        } finally {
            deleteTree(work);
        }
    }

    private static String download(URI url, Path file) throws IOException {
        URLConnection connection = url.toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        MessageDigest sha512 = sha512();
        try (InputStream in = new DigestInputStream(connection.getInputStream(), sha512)) {
            Files.copy(in, file);
        } catch (IOException e) {
            throw new IOException(
                    "%s could not be read (%s); check the network, or install Maven 3.8.7 or newer."
                            .formatted(url, e),
                    e);
        }
        return HexFormat.of().formatHex(sha512.digest());
    }

    private static void unzip(Path archive, Path directory) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException(
                            "the archive's entry %s leaves its directory.".formatted(entry));
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    /// Two first builds may run at once: the second one's Maven is as good as the first one's.
    private static void moveUnlessThere(Path unpacked, Path mavenHome) throws IOException {
        try {
            Files.move(unpacked, mavenHome, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(mavenHome.resolve("bin/mvn"))) {
                throw e;
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (var tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static MessageDigest sha512() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-512", e);
        }
    }
}
