package cadre.engine.check;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.document.TextFile;
import cadre.engine.edition.EditionSources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An edition's files as their authors see them, whether they can be read or not. */
final class Written {
    private static final String RULES = ".drl";
    private static final Pattern RULE = Pattern.compile("^\\s*rule\\s*[\"']?\\s*([^\\s\"']+)");
    private static final Pattern KEY = Pattern.compile("^\"?([^\\s\"':#]+)\"?\\s*:");

    private static final Pattern WORD_ENDS = Pattern.compile("[^\\p{L}\\p{N}_.-]+");

    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, String[]> rules = new HashMap<>();
    private final Map<String, Place> keys = new HashMap<>();

    Written(EditionSources sources) {
        sources.files().forEach((file, bytes) -> {
            String text = TextFile.read(file, bytes, new Problems());
            if (text != null) {
                List<String> cut = text.lines().toList();
                lines.put(file, cut);
                if (file.endsWith(RULES)) {
                    rules.put(file, rules(cut));
                } else {
                    keys(file, cut);
                }
            }
        });
    }

    /** The line of a place; the empty text if the file has none. */
    String line(Place place) {
        List<String> of = lines.getOrDefault(place.file(), List.of());
        return place.line() >= 1 && place.line() <= of.size() ? of.get(place.line() - 1) : "";
    }

    /** Id of the rule that begins last before a place. */
    Optional<String> rule(Place place) {
        String[] of = rules.get(place.file());
        return of == null || place.line() < 1 || place.line() > of.length
                ? Optional.empty()
                : Optional.ofNullable(of[place.line() - 1]);
    }

    /** Where a key stands at the beginning of a line. */
    Place key(String file, String key) {
        return keys.getOrDefault(file + "\n" + key, Place.at(file, 0, 0).child(key));
    }

    /** Ids of rules and keys of YAML files, also of those that are otherwise wrong. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        rules.values()
                .forEach(of -> names.addAll(java.util.Arrays.stream(of)
                        .filter(java.util.Objects::nonNull)
                        .collect(Collectors.toSet())));
        keys.keySet().forEach(key -> names.add(key.substring(key.indexOf('\n') + 1)));
        return names;
    }

    /** Words that stand in these files. */
    Set<String> words(Set<String> files) {
        return files.stream()
                .flatMap(file -> lines.getOrDefault(file, List.of()).stream())
                .flatMap(WORD_ENDS::splitAsStream)
                .collect(Collectors.toSet());
    }

    private static String[] rules(List<String> lines) {
        String[] ids = new String[lines.size()];
        String id = null;
        for (int i = 0; i < ids.length; i++) {
            Matcher rule = RULE.matcher(lines.get(i));
            if (rule.find()) {
                id = rule.group(1);
            }
            ids[i] = id;
        }
        return ids;
    }

    private void keys(String file, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher key = KEY.matcher(lines.get(i));
            if (key.find()) {
                keys.putIfAbsent(file + "\n" + key.group(1), Place.at(file, i + 1, 1));
            }
        }
    }
}
