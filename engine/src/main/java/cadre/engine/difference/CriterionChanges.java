package cadre.engine.difference;

import cadre.engine.difference.Change.Area;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.edition.Titles;
import cadre.engine.language.Rule;
import cadre.engine.wording.Asked;
import cadre.engine.wording.Phrase;
import cadre.engine.wording.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What changed in the rules. */
record CriterionChanges(Edition before, Edition after, Changes changes) {
    void find() {
        Changes.compare(
                byId(before),
                byId(after),
                gone -> changes.add(Area.CRITERIA, "criterion-gone", gone.id(), title(gone)),
                come -> changes.add(
                        Area.CRITERIA,
                        "criterion-new",
                        come.id(),
                        title(come),
                        joined(Reading.of(come, after).does().stream()
                                .map(Phrase::text)
                                .toList())),
                this::both);
    }

    private static Map<String, Rule> byId(Edition edition) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        edition.rules().forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    private static Titles title(Rule rule) {
        return new Titles(rule.notes().title(), rule.notes().titleZh());
    }

    private static Titles joined(List<Titles> titles) {
        return new Titles(
                titles.stream().map(Titles::en).collect(Collectors.joining("; ")),
                titles.stream().map(Titles::zh).collect(Collectors.joining("；")));
    }

    private void both(Rule was, Rule is) {
        Reading old = Reading.of(was, before);
        Reading now = Reading.of(is, after);
        asks(is.id(), old.asks(), now.asks());
        exchanged(is.id(), "does", phrases(old.does()), phrases(now.does()));
        changes.differs(
                Area.CRITERIA,
                "criterion-dimension",
                is.id(),
                dimension(before, was.notes().dimension()),
                dimension(after, is.notes().dimension()));
        changes.differs(
                Area.CRITERIA,
                "criterion-stratum",
                is.id(),
                DifferenceText.words("stratum." + was.stratum().group()),
                DifferenceText.words("stratum." + is.stratum().group()));
        bound(is.id(), was.notes().atMost(), is.notes().atMost());
        changes.differs(Area.CRITERIA, "criterion-title", is.id(), title(was), title(is));
        changes.differs(
                Area.CRITERIA,
                "criterion-basis",
                is.id(),
                was.notes().basis(),
                is.notes().basis());
        if (!old.saysKey().equals(now.saysKey())) {
            changes.add(Area.CRITERIA, "criterion-says", is.id(), old.says(), now.says());
        }
    }

    private static Titles dimension(Edition edition, @Nullable String code) {
        return edition.dimensions().stream()
                .filter(dimension -> dimension.code().equals(code))
                .map(Edition.Dimension::title)
                .findFirst()
                .orElse(DifferenceText.words("none"));
    }

    private void bound(String id, @Nullable String was, @Nullable String is) {
        if (was == null && is != null) {
            changes.add(Area.CRITERIA, "criterion-bound-new", id, bound(after, is));
        } else if (was != null && is == null) {
            changes.add(Area.CRITERIA, "criterion-bound-gone", id, bound(before, was));
        } else if (was != null && is != null && !was.equals(is)) {
            changes.add(Area.CRITERIA, "criterion-bound", id, bound(before, was), bound(after, is));
        }
    }

    private static Titles bound(Edition edition, String name) {
        ParameterLine line = edition.parameters().get(name);
        return line == null
                ? new Titles(name, name)
                : line.on(edition.from())
                        .map(dated -> ParameterChanges.told(dated.value(), line))
                        .orElse(line.title());
    }

    /** Conditions on the same fact are compared test by test, others are there or not. */
    private void asks(String id, List<Asked> was, List<Asked> is) {
        List<Asked> old = new ArrayList<>(was);
        List<Asked> now = new ArrayList<>(is);
        for (Asked asked : is) {
            old.stream()
                    .filter(other -> other.key().equals(asked.key()))
                    .findFirst()
                    .ifPresent(same -> {
                        old.remove(same);
                        now.remove(asked);
                    });
        }
        for (Asked asked : List.copyOf(now)) {
            old.stream()
                    .filter(other -> other.head().key().equals(asked.head().key()))
                    .findFirst()
                    .ifPresent(same -> {
                        old.remove(same);
                        now.remove(asked);
                        exchanged(id, "asks", phrases(same.tests()), phrases(asked.tests()));
                    });
        }
        exchanged(id, "asks", whole(old), whole(now));
    }

    private static Map<String, Titles> phrases(List<Phrase> phrases) {
        Map<String, Titles> texts = new LinkedHashMap<>();
        phrases.forEach(phrase -> texts.put(phrase.key(), phrase.text()));
        return texts;
    }

    private static Map<String, Titles> whole(List<Asked> asked) {
        Map<String, Titles> texts = new LinkedHashMap<>();
        asked.forEach(each -> texts.put(each.key(), each.text()));
        return texts;
    }

    /** One that went and one that came are told as one in place of the other. */
    private void exchanged(String id, String what, Map<String, Titles> was, Map<String, Titles> is) {
        Map<String, Titles> gone = new LinkedHashMap<>(was);
        gone.keySet().removeAll(is.keySet());
        Map<String, Titles> come = new LinkedHashMap<>(is);
        come.keySet().removeAll(was.keySet());
        if (gone.size() == 1 && come.size() == 1) {
            changes.add(
                    Area.CRITERIA,
                    "criterion-" + what + "-instead",
                    id,
                    gone.values().iterator().next(),
                    come.values().iterator().next());
            return;
        }
        come.values().forEach(text -> changes.add(Area.CRITERIA, "criterion-" + what + "-also", id, text));
        gone.values().forEach(text -> changes.add(Area.CRITERIA, "criterion-" + what + "-no-longer", id, text));
    }
}
