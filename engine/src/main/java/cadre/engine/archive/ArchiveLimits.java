package cadre.engine.archive;

/**
 * How much an archive may hold; far above what an edition needs.
 *
 * @param bytes of the archive itself
 * @param entries in its directory, folders among them
 * @param entryBytes of one entry when expanded
 * @param allBytes of all entries that are read, when expanded
 * @param ratio of an entry's expanded to its packed size, where the entry is longer than {@value #SMALL} bytes
 * @param depth of folders around an entry
 * @param nameBytes of an entry's whole name
 */
public record ArchiveLimits(int bytes, int entries, int entryBytes, int allBytes, int ratio, int depth, int nameBytes) {
    /** Below this, no ratio can hurt. */
    static final int SMALL = 1 << 16;

    /** Edition 2026 as a kjar: 0.8 MB, 700 entries; its longest file 0.2 MB; ratios up to 13. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(8 << 20, 10_000, 1 << 20, 16 << 20, 100, 8, 200);
}
