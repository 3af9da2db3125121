package cadre.engine.archive;

import cadre.engine.document.Problems;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Expands entries, never further than they claim and never further than is allowed. */
final class Expansion {
    private final byte[] archive;
    private final ArchiveLimits limits;
    private final Problems problems;
    private long left;

    Expansion(byte[] archive, ArchiveLimits limits, Problems problems) {
        this.archive = archive;
        this.limits = limits;
        this.problems = problems;
        this.left = limits.allBytes();
    }

    /** The bytes of a file; nothing if they are too many or not what the entry claims. */
    Optional<byte[]> of(Entry entry) {
        if (entry.size() > limits.entryBytes()) {
            add(entry, "archive.expands", limits.entryBytes());
        } else if (entry.size() > ArchiveLimits.SMALL && entry.size() / Math.max(1, entry.packed()) >= limits.ratio()) {
            add(entry, "archive.ratio", limits.ratio());
        } else if (entry.size() > left) {
            add(entry, "archive.expands-together", limits.allBytes());
        } else {
            left -= entry.size();
            byte[] content = new byte[entry.size()];
            if (expanded(entry, content)) {
                return Optional.of(content);
            }
            add(entry, "archive.content-differs");
        }
        return Optional.empty();
    }

    private boolean expanded(Entry entry, byte[] content) {
        if (entry.method() == Entry.STORED) {
            System.arraycopy(archive, entry.at(), content, 0, content.length);
        } else if (!inflated(entry, content)) {
            return false;
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        return sum.getValue() == entry.crc();
    }

    /** Whether the packed bytes, all of them, expand to exactly what was claimed. */
    private boolean inflated(Entry entry, byte[] content) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(archive, entry.at(), entry.packed());
            int done = 0;
            while (done < content.length && !inflater.finished()) {
                int more = inflater.inflate(content, done, content.length - done);
                if (more == 0 && !inflater.finished()) {
                    return false;
                }
                done += more;
            }
            int beyond = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
            return done == content.length && beyond == 0 && inflater.finished() && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private void add(Entry entry, String code, Object... arguments) {
        problems.addAll(List.of(entry.problem(code, arguments)));
    }
}
