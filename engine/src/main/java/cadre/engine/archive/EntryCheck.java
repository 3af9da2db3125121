package cadre.engine.archive;

import cadre.engine.document.Problems;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether entries are what an archive of an edition may hold, whoever unpacks it and on whatever system. */
final class EntryCheck {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(zip|jar|war|ear|7z|rar|tar|tgz|gz|bz2|xz|zst)");

    private final ArchiveLimits limits;
    private final Problems problems;
    private final Map<String, Entry> files = new HashMap<>();
    private final Map<String, Entry> folders = new HashMap<>();

    private EntryCheck(ArchiveLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    static void check(List<Entry> entries, ArchiveLimits limits, Problems problems) {
        EntryCheck check = new EntryCheck(limits, problems);
        for (Entry entry : entries) {
            check.name(entry);
            check.kind(entry);
        }
        entries.stream().filter(entry -> !entry.isFolder()).forEach(check::once);
        entries.forEach(check::clash);
    }

    private void name(Entry entry) {
        String name = entry.name();
        String path = entry.isFolder() ? name.substring(0, name.length() - 1) : name;
        List<String> parts = List.of(path.split("/", -1));
        if (!entry.decoded()) {
            add(entry, "archive.name-not-utf-8");
        } else if (name.getBytes(StandardCharsets.UTF_8).length > limits.nameBytes()) {
            add(entry, "archive.name-too-long", limits.nameBytes());
        } else if (name.codePoints().anyMatch(EntryCheck::unseen)) {
            add(entry, "archive.name-unseen");
        } else if (name.indexOf('\\') >= 0) {
            add(entry, "archive.backslash");
        } else if (name.startsWith("/") || DRIVE.matcher(name).matches() || name.indexOf(':') >= 0) {
            add(entry, "archive.absolute");
        } else if (parts.contains("..") || parts.contains(".") || parts.contains("")) {
            add(entry, "archive.traversal");
        } else if (parts.size() > limits.depth()) {
            add(entry, "archive.too-deep", limits.depth());
        } else if (ARCHIVE.matcher(path.toLowerCase(Locale.ROOT)).matches()) {
            add(entry, "archive.nested");
        }
    }

    /** Characters that cannot be seen, or that turn the direction of what follows. */
    private static boolean unseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.PRIVATE_USE
                || type == Character.UNASSIGNED;
    }

    private void kind(Entry entry) {
        if (entry.isEncrypted()) {
            add(entry, "archive.encrypted");
        } else if (entry.isLink()) {
            add(entry, "archive.link");
        } else if (entry.isSpecial()) {
            add(entry, "archive.special");
        } else if (entry.isTwoThings()) {
            add(entry, "archive.pretends");
        } else if (entry.method() != Entry.STORED && entry.method() != Entry.DEFLATED) {
            add(entry, "archive.method", entry.method());
        } else if (entry.method() == Entry.STORED && entry.packed() != entry.size()) {
            add(entry, "archive.content-differs");
        }
    }

    private void once(Entry entry) {
        Entry earlier = files.putIfAbsent(key(entry.name()), entry);
        if (earlier != null) {
            add(entry, "archive.duplicate", earlier.shown());
        }
    }

    /** A folder named twice, and a name that is a file here and a folder there. */
    private void clash(Entry entry) {
        String key = key(entry.name());
        if (entry.isFolder()) {
            Entry earlier = folders.putIfAbsent(key, entry);
            if (earlier != null) {
                add(entry, "archive.duplicate", earlier.shown());
            }
        }
        int from = entry.isFolder() ? key.length() : key.lastIndexOf('/');
        for (int end = from; end > 0; end = key.lastIndexOf('/', end - 1)) {
            Entry file = files.get(key.substring(0, end));
            if (file != null) {
                add(entry, "archive.duplicate", file.shown());
            }
        }
    }

    /** What a file system that keeps neither case nor composition makes of a name. */
    private static String key(String name) {
        String key = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    }

    private void add(Entry entry, String code, Object... arguments) {
        problems.addAll(List.of(entry.problem(code, arguments)));
    }
}
