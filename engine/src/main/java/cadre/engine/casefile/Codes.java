package cadre.engine.casefile;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.facts.CodeKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The codes that an edition lets a case file use; if no edition was found, none is known and none is refused. */
final class Codes {
    private final Optional<Edition> edition;
    private final Map<CodeKind, Collection<String>> known = new EnumMap<>(CodeKind.class);

    Codes(Optional<Edition> edition) {
        this.edition = edition;
    }

    /** The list a code must be taken from, if that can be said before the whole file is read. */
    Optional<Collection<String>> known(CodeKind kind) {
        if (kind == CodeKind.FACT) {
            return Optional.empty();
        }
        return edition.map(found -> known.computeIfAbsent(kind, k -> listed(found, k)));
    }

    Optional<IndicatorLine> indicator(String code) {
        return edition.map(found -> found.indicators().get(code));
    }

    private static Collection<String> listed(Edition edition, CodeKind kind) {
        return switch (kind) {
            case INDICATOR -> edition.indicators().keySet();
            case FAMILY ->
                edition.indicators().values().stream()
                        .map(IndicatorLine::family)
                        .distinct()
                        .toList();
            case REGISTER -> edition.registers();
            case GRADE ->
                Stream.concat(edition.grades().stream().map(Edition.Grade::code), Stream.of(Edition.NOT_GRADED))
                        .toList();
            case CRITERION -> edition.criteria();
            case DIMENSION ->
                edition.dimensions().stream().map(Edition.Dimension::code).toList();
            case PARAMETER -> edition.parameters().keySet();
            case FACT, STRATUM -> List.<String>of();
        };
    }
}
