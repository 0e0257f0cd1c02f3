package dev.weightscope.weights;

import dev.weightscope.model.Quoted;
import dev.weightscope.model.Refusal;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The list of entries at the end of a zip file, by PKWARE's APPNOTE 6.3.10, with the numbers of 64
/// bits that NumPy writes.
///
/// The JDK's reader opens files itself and does not tell where an entry lies, but one that is
/// stored as it is can be read in place.
final class ZipDirectory {
    private static final String ENTRY = "PK\1\2";
    private static final String LOCAL = "PK\3\4";
    private static final String END = "PK\5\6";
    private static final String END_64 = "PK\6\6";
    private static final String LOCATOR_64 = "PK\6\7";

    private static final int END_BYTES = 22;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int LOCATOR_64_BYTES = 20;
    private static final int END_64_BYTES = 56;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long IN_64 = 0xffff_ffffL;
    private static final int ENCRYPTED = 1;

    private final Source source;

    private ZipDirectory(Source source) {
        this.source = source;
    }

    /// Whether a file is a zip; one of nothing too.
    static boolean begins(Source source) {
        return source.has(0, LOCAL) || source.has(0, END);
    }

    /// In the order in which they are listed. Names are told and never used as paths.
    ///
    /// @throws Refusal if the list is damaged, or an entry encrypted or outside of the file
    static List<ZipPart> read(Source source) {
        return new ZipDirectory(source).parts();
    }

    /// @throws Refusal if what has to be unpacked is more than is kept in memory
    static void checkUnpacked(Source source, List<ZipPart> parts) {
        long sum = 0;
        for (ZipPart part : parts) {
            long size = part.isStored() ? 0 : part.size();
            if (size < 0 || size > ZipPart.MOST_UNPACKED - sum) {
                throw source.refused(
                        "unpacks to more than the %d MiB that are kept in memory; save it without"
                                        .formatted(ZipPart.MOST_UNPACKED >> 20)
                                + " compression, as np.savez and torch.save do, and numbers are"
                                + " read where they lie");
            }
            sum += size;
        }
    }

    private List<ZipPart> parts() {
        long end = end();
        long at = source.u32(end + 16);
        long size = source.u32(end + 12);
        long locator = end - LOCATOR_64_BYTES;
        if (source.has(locator, LOCATOR_64)) {
            long end64 = checked(source.u64(locator + 8), END_64_BYTES);
            if (!source.has(end64, END_64)) {
                throw damaged("its list has no end");
            }
            size = source.u64(end64 + 40);
            at = source.u64(end64 + 48);
        }
        checked(at, size);
        List<ZipPart> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long listEnd = at + size;
        while (at < listEnd) {
            checked(at, ENTRY_BYTES);
            if (!source.has(at, ENTRY)) {
                throw damaged("its list of entries is broken");
            }
            ZipPart part = part(at);
            if (!names.add(part.name())) {
                throw damaged("the entry %s stands twice".formatted(Quoted.of(part.name())));
            }
            parts.add(part);
            at += ENTRY_BYTES + source.u16(at + 28) + source.u16(at + 30) + source.u16(at + 32);
        }
        return parts;
    }

    private long end() {
        long lowest = Math.max(0, source.size() - END_BYTES - LONGEST_COMMENT);
        for (long at = source.size() - END_BYTES; at >= lowest; at--) {
            if (source.has(at, END) && at + END_BYTES + source.u16(at + 20) == source.size()) {
                return at;
            }
        }
        throw source.refused("is a zip file whose end is missing; copy or download it again");
    }

    private ZipPart part(long at) {
        int nameLength = source.u16(at + 28);
        int extraLength = source.u16(at + 30);
        checked(at + ENTRY_BYTES, nameLength + (long) extraLength);
        String name =
                new String(
                        source.bytes()
                                .asSlice(at + ENTRY_BYTES, nameLength)
                                .toArray(ValueLayout.JAVA_BYTE),
                        StandardCharsets.UTF_8);
        if ((source.u16(at + 8) & ENCRYPTED) != 0) {
            throw source.refused(
                    "is encrypted; unpack it with its password and save it without one");
        }
        long[] found = {source.u32(at + 24), source.u32(at + 20), source.u32(at + 42)};
        replaceBy64(found, at + ENTRY_BYTES + nameLength, extraLength);
        long local = checked(found[2], LOCAL_BYTES);
        if (!source.has(local, LOCAL)) {
            throw damaged("there is no %s where its list says".formatted(Quoted.of(name)));
        }
        long start = local + LOCAL_BYTES + source.u16(local + 26) + source.u16(local + 28);
        return new ZipPart(
                name,
                source.u16(at + 10),
                source.u32(at + 16),
                found[0],
                source.bytes().asSlice(checked(start, found[1]), found[1]));
    }

    /// Numbers of 32 ones stand in a field of their own, one behind the other.
    ///
    /// @param found size, packed size and place; modified
    private void replaceBy64(long[] found, long extra, int length) {
        long at = extra;
        long end = extra + length;
        while (at + 4 <= end) {
            long next = at + 4 + source.u16(at + 2);
            if (source.u16(at) == 1 && next <= end) {
                long from = at + 4;
                for (int i = 0; i < found.length; i++) {
                    if (found[i] == IN_64 && from + 8 <= next) {
                        found[i] = source.u64(from);
                        from += 8;
                    }
                }
                return;
            }
            at = next;
        }
    }

    /// @return `at`, if as many bytes are there
    private long checked(long at, long bytes) {
        if (at < 0 || bytes < 0 || at > source.size() || bytes > source.size() - at) {
            throw damaged("its list points outside of it");
        }
        return at;
    }

    private Refusal damaged(String what) {
        return source.refused(
                "is a damaged zip file: %s; copy or download it again".formatted(what));
    }
}
