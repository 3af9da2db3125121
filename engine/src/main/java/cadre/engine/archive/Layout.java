package cadre.engine.archive;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Refused;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a ZIP archive that can be read in one way only: the directory stands at its end, every entry's own header
 * says what the directory says, and entries follow one another from the first byte to the directory without gap or overlap.
 * What a generous reader would forgive (something before or after, two headers that differ, ZIP64) is refused, because
 * another reader would find other files in it. Field offsets are those of PKWARE's APPNOTE 4.3.7, 4.3.9, 4.3.12 and 4.3.16.
 */
final class Layout {
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int MOST_COMMENT = 0xffff;
    private static final int DESCRIBED_AFTER = 1 << 3;
    private static final int UTF_8 = 1 << 11;

    /** Bits that tell how hard the packer tried. */
    private static final int EFFORT = (1 << 1) | (1 << 2);

    private static final int ZIP64 = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    private static final int DOS_FOLDER = 0x10;

    private final ByteBuffer zip;
    private final ArchiveLimits limits;

    private Layout(byte[] archive, ArchiveLimits limits) {
        this.zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
    }

    /**
     * The entries, in the order of the directory.
     *
     * @throws Refused with the first fault of the structure: after it nothing can be told for certain
     */
    static List<Entry> of(byte[] archive, ArchiveLimits limits) throws Refused {
        if (archive.length > limits.bytes()) {
            throw refused("archive.too-large", limits.bytes());
        }
        return new Layout(archive, limits).entries();
    }

    private List<Entry> entries() throws Refused {
        int end = end();
        int count = u16(end + 10);
        long directory = u32(end + 16);
        long length = u32(end + 12);
        if (count > limits.entries()) {
            throw refused("archive.too-many-entries", count, limits.entries());
        } else if (u16(end + 4) != 0 || u16(end + 6) != 0 || u16(end + 8) != count || directory > end) {
            throw refused("archive.several-parts");
        } else if (count == 0) {
            throw refused("archive.empty");
        } else if (directory + length < end) {
            throw refused("archive.prepended");
        } else if (directory + length > end) {
            throw refused("archive.torn");
        }
        List<Header> headers = new ArrayList<>(count);
        int at = (int) directory;
        for (int i = 0; i < count; i++) {
            Header header = header(at, end);
            headers.add(header);
            at = header.next();
        }
        if (at != end) {
            throw refused("archive.torn");
        }
        tile(headers, (int) directory);
        List<Entry> entries = new ArrayList<>(count);
        for (Header header : headers) {
            entries.add(entry(header));
        }
        return entries;
    }

    private int end() throws Refused {
        int end = zip.capacity() - END_LENGTH;
        if (end < 0 || (zip.getInt(0) != LOCAL && zip.getInt(0) != END && lastEnd(end) < 0)) {
            throw refused("archive.not-zip");
        } else if (zip.getInt(end) != END || u16(end + 20) != 0) {
            throw refused(lastEnd(end) < 0 ? "archive.torn" : "archive.trailing");
        } else if (zip.getInt(0) != LOCAL && zip.getInt(0) != END) {
            throw refused("archive.prepended");
        }
        return end;
    }

    /** Where the end of a directory might be, or -1. */
    private int lastEnd(int from) {
        for (int at = from; at >= Math.max(0, from - MOST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    /** Where a directory's header stands, and where the header after it. */
    private record Header(int at, int next, int local) {}

    private Header header(int at, int end) throws Refused {
        if (at + CENTRAL_LENGTH > end || zip.getInt(at) != CENTRAL) {
            throw refused("archive.torn");
        }
        long next = (long) at + CENTRAL_LENGTH + u16(at + 28) + u16(at + 30) + u16(at + 32);
        long local = u32(at + 42);
        if (next > end || u16(at + 34) != 0 || local + LOCAL_LENGTH > end) {
            throw refused("archive.torn");
        }
        return new Header(at, (int) next, (int) local);
    }

    /** Every byte before the directory belongs to exactly one entry. */
    private void tile(List<Header> headers, int directory) throws Refused {
        List<Header> inOrder = new ArrayList<>(headers);
        inOrder.sort(Comparator.comparingInt(Header::local));
        int expected = 0;
        for (int i = 0; i < inOrder.size(); i++) {
            Header header = inOrder.get(i);
            int next = i + 1 < inOrder.size() ? inOrder.get(i + 1).local() : directory;
            if (header.local() != expected) {
                throw refused(i == 0 ? "archive.prepended" : "archive.torn");
            }
            long data = data(header);
            long gap = next - data - u32(header.at() + 20);
            boolean described = (u16(header.at() + 8) & DESCRIBED_AFTER) != 0;
            if (described ? !descriptor(header, next, gap) : gap != 0) {
                throw refused("archive.torn");
            }
            expected = next;
        }
    }

    private long data(Header header) {
        int local = header.local();
        return (long) local + LOCAL_LENGTH + u16(local + 26) + u16(local + 28);
    }

    /** Whether sizes and checksum are repeated, as they are in the directory, between an entry's bytes and what follows. */
    private boolean descriptor(Header header, int next, long length) {
        boolean marked = length == 16 && zip.getInt(next - 16) == DESCRIPTOR;
        if (!marked && length != 12) {
            return false;
        }
        for (int field = 0; field < 12; field += 4) {
            if (zip.getInt(next - 12 + field) != zip.getInt(header.at() + 16 + field)) {
                return false;
            }
        }
        return true;
    }

    private Entry entry(Header header) throws Refused {
        int at = header.at();
        byte[] name = bytes(at + CENTRAL_LENGTH, u16(at + 28));
        int flags = u16(at + 8);
        String decoded = decoded(name, (flags & UTF_8) != 0);
        Entry entry = new Entry(
                decoded == null ? new String(name, StandardCharsets.ISO_8859_1) : decoded,
                decoded != null,
                flags,
                u16(at + 10),
                u16(at + 40),
                (zip.get(at + 38) & DOS_FOLDER) != 0,
                u32(at + 16),
                (int) data(header),
                (int) u32(at + 20),
                (int) Math.min(Integer.MAX_VALUE, u32(at + 24)));
        if (!sameAs(header, name) || !plain(at + CENTRAL_LENGTH + name.length, u16(at + 30), name)) {
            throw new Refused(List.of(entry.problem("archive.headers-differ")));
        }
        return entry;
    }

    /** Whether the entry's own header says the same as the directory. */
    private boolean sameAs(Header header, byte[] name) {
        int at = header.at();
        int local = header.local();
        int flags = u16(at + 8);
        boolean later = (flags & DESCRIBED_AFTER) != 0;
        boolean sizes = true;
        for (int field = 0; field < 12; field += 4) {
            int own = zip.getInt(local + 14 + field);
            sizes &= own == zip.getInt(at + 16 + field) || (later && own == 0);
        }
        return zip.getInt(local) == LOCAL
                && (flags & ~EFFORT) == (u16(local + 6) & ~EFFORT)
                && u16(local + 8) == u16(at + 10)
                && sizes
                && Arrays.equals(name, bytes(local + LOCAL_LENGTH, u16(local + 26)))
                && plain(local + LOCAL_LENGTH + name.length, u16(local + 28), name);
    }

    /** Whether no extra field gives the entry other sizes or another name. */
    private boolean plain(int from, int length, byte[] name) {
        int end = from + length;
        for (int at = from; at + 4 <= end; ) {
            int id = u16(at);
            int next = at + 4 + u16(at + 2);
            if (id == ZIP64 || next > end) {
                return false;
            } else if (id == UNICODE_PATH && (next - at < 9 || !Arrays.equals(name, bytes(at + 9, next - at - 9)))) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static @Nullable String decoded(byte[] name, boolean utf8) {
        try {
            return (utf8 ? StandardCharsets.UTF_8 : StandardCharsets.US_ASCII)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(name))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private byte[] bytes(int from, int length) {
        byte[] bytes = new byte[Math.max(0, Math.min(length, zip.capacity() - from))];
        zip.get(from, bytes);
        return bytes;
    }

    private int u16(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private long u32(int at) {
        return Integer.toUnsignedLong(zip.getInt(at));
    }

    private static Refused refused(String code, Object... arguments) {
        return new Refused(List.of(Problem.of(code, Place.at("", 0, 0), arguments)));
    }
}
