package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.facts.CodeKind;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Vocabulary;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which texts can be the value of a component at all; comparing it with another is a typing error that would never fire.
 *
 * @param criteria ids of all rules of the edition, or nothing if some could not be read
 */
record Codes(Names names, Optional<Set<String>> criteria) {

    void check(Typed of, String literal, Place place, Problems problems) {
        known(of)
                .filter(known -> !known.contains(literal))
                .ifPresent(known ->
                        problems.add("language.unknown-code", place, literal, kind(of), Meant.by(literal, known)));
    }

    private Optional<Set<String>> known(Typed of) {
        if (of.origin().equals("Unverified.type")) {
            return Optional.of(
                    Vocabulary.lists().values().stream().map(FactType::name).collect(Collectors.toSet()));
        }
        CodeKind code = of.code();
        if (code == null || (code == CodeKind.CRITERION && criteria.isEmpty())) {
            return Optional.empty();
        }
        return names.codes(code, criteria.orElse(Set.of()));
    }

    private static String kind(Typed of) {
        CodeKind code = of.code();
        return code == null ? of.origin() : code.name().toLowerCase(Locale.ROOT);
    }
}
