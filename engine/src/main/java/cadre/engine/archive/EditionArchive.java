package cadre.engine.archive;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.Refused;
import cadre.engine.edition.EditionSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the sources of an edition out of an archive that may come from anybody: a ZIP of the edition's folder, its files at
 * the top or in one folder, or a kjar. Of a kjar only the sources are read; what was compiled is passed over unread, for it
 * is compiled anew, and classes that no packing of an edition makes are refused.
 */
public final class EditionArchive {
    private static final String KJAR = "META-INF/cadre/edition/";
    private static final String MAC = "__MACOSX/";
    private static final Pattern PACKED = Pattern.compile("META-INF/MANIFEST\\.MF"
            + "|META-INF/kmodule\\.(xml|info)"
            + "|META-INF/maven/[^/]+/[^/]+/pom\\.(xml|properties)"
            + "|META-INF/kie/.*"
            + "|META-INF/cadre/[^/]+"
            + "|org/drools/project/model/ProjectModel[^/]*\\.class"
            + "|cadre/rules/e[0-9]+/([^/]+/)?[^/]+\\.(class|drl|properties)");
    private static final int MOST_TOLD = 50;

    private EditionArchive() {}

    /**
     * The sources inside; they are an edition's by name, and whether they are sound is for others to say.
     *
     * @throws Refused with everything that is wrong with the archive
     */
    public static EditionSources read(byte[] archive, ArchiveLimits limits) throws Refused {
        List<Entry> entries = Layout.of(archive, limits);
        Problems problems = new Problems();
        EntryCheck.check(entries, limits, problems);
        refuse(problems);
        List<Entry> files = entries.stream().filter(entry -> !entry.isFolder()).toList();
        Map<String, Entry> chosen =
                files.stream().anyMatch(entry -> entry.name().startsWith(KJAR))
                        ? ofKjar(files, problems)
                        : ofFolder(files, problems);
        refuse(problems);
        Map<String, byte[]> sources = new TreeMap<>();
        Expansion expansion = new Expansion(archive, limits, problems);
        chosen.forEach((name, entry) -> expansion.of(entry).ifPresent(bytes -> sources.put(name, bytes)));
        refuse(problems);
        Optional<EditionSources> read = EditionSources.of(sources, problems);
        refuse(problems);
        return read.orElseThrow();
    }

    private static Map<String, Entry> ofKjar(List<Entry> files, Problems problems) {
        Map<String, Entry> sources = new TreeMap<>();
        for (Entry file : files) {
            String name = file.name();
            if (name.startsWith(KJAR)) {
                sources.put(name.substring(KJAR.length()), file);
            } else if (!PACKED.matcher(name).matches()) {
                problems.addAll(List.of(
                        file.problem(name.endsWith(".class") ? "archive.foreign-class" : "archive.foreign-entry")));
            }
        }
        return sources;
    }

    private static Map<String, Entry> ofFolder(List<Entry> files, Problems problems) {
        List<Entry> meant =
                files.stream().filter(file -> !isNeighbour(file.name())).toList();
        Set<String> folders = new TreeSet<>();
        meant.forEach(file -> folders.add(file.name().substring(0, file.name().lastIndexOf('/') + 1)));
        if (folders.isEmpty()) {
            problems.add("archive.empty", Place.at("", 0, 0));
        } else if (folders.size() > 1) {
            problems.add("archive.several-folders", Place.at("", 0, 0), folders.size());
        }
        Map<String, Entry> sources = new TreeMap<>();
        for (Entry file : meant) {
            sources.put(file.name().substring(file.name().lastIndexOf('/') + 1), file);
        }
        return sources;
    }

    /** What systems and people leave beside an edition, as in its folder. */
    private static boolean isNeighbour(String name) {
        return name.startsWith(MAC) || EditionSources.isNeighbour(name.substring(name.lastIndexOf('/') + 1));
    }

    private static void refuse(Problems problems) throws Refused {
        if (problems.size() > MOST_TOLD) {
            List<Problem> told = new ArrayList<>(problems.all().subList(0, MOST_TOLD));
            told.add(Problem.of("archive.more", Place.at("", 0, 0), problems.size() - MOST_TOLD));
            throw new Refused(told);
        }
        problems.refuse();
    }
}
