package cadre.engine.mutation;

import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.document.Values;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.EditionSources;
import cadre.engine.edition.Titles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change that no case notices and that the edition's authors accept, from its file <code>survivors.yaml</code>, a list of
 *
 * <pre>{@code
 * - mutant: "P-05: target != null left out"
 *   because: { en: A missing target earns nothing anyway, zh: 没有目标值本来就不得分 }
 * }</pre>
 *
 * @param mutant the change, as the check names it
 * @param because why no case could notice it
 * @param place where it is named
 */
public record AcceptedSurvivor(String mutant, Titles because, Place place) {

    /** The entries without problems, in the order written; none if the edition has no such file. */
    public static List<AcceptedSurvivor> read(EditionSources sources, Problems problems) {
        byte[] bytes = sources.files().get(EditionSources.SURVIVORS);
        if (bytes == null) {
            return List.of();
        }
        Values values = new Values(problems);
        Map<String, Place> known = new HashMap<>();
        return Optional.ofNullable(YamlDocument.read(EditionSources.SURVIVORS, bytes, problems)).stream()
                .flatMap(datum -> values.items(datum).stream())
                .flatMap(item -> entry(item, values, problems).stream())
                .filter(entry -> {
                    Place before = known.putIfAbsent(entry.mutant(), entry.place());
                    if (before != null) {
                        problems.add("mutation.repeated", entry.place(), entry.mutant(), before);
                    }
                    return before == null;
                })
                .toList();
    }

    private static Optional<AcceptedSurvivor> entry(Datum datum, Values values, Problems problems) {
        return Fields.of(datum, problems).flatMap(fields -> {
            Optional<String> mutant = fields.required("mutant").flatMap(values::text);
            Optional<Titles> because = fields.required("because").flatMap(reason -> titles(reason, values, problems));
            fields.refuseOthers();
            return mutant.flatMap(m -> because.map(b -> new AcceptedSurvivor(m, b, datum.place())));
        });
    }

    private static Optional<Titles> titles(Datum datum, Values values, Problems problems) {
        return Fields.of(datum, problems).flatMap(fields -> {
            Optional<String> en = fields.required("en").flatMap(values::text);
            Optional<String> zh = fields.required("zh").flatMap(values::text);
            fields.refuseOthers();
            return en.flatMap(e -> zh.map(z -> new Titles(e, z)));
        });
    }
}
