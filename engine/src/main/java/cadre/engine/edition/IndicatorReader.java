package cadre.engine.edition;

import cadre.engine.document.Datum;
import cadre.engine.document.Fields;
import cadre.engine.edition.Edition.Direction;
import cadre.engine.edition.Edition.IndicatorLine;
import cadre.engine.edition.Edition.Kind;
import java.util.Map;

/** Reads indicators.yaml. */
final class IndicatorReader {
    private static final int MOST_PLACES = 10;

    private final Sheet sheet;

    IndicatorReader(Sheet sheet) {
        this.sheet = sheet;
    }

    /** The indicators without problems, in the order written. */
    Map<String, IndicatorLine> read(Datum datum) {
        return sheet.coded(datum, Sheet.LOWER, (code, of) -> sheet.clean(of, fields -> indicator(code, fields)));
    }

    private IndicatorLine indicator(String code, Fields fields) {
        return new IndicatorLine(
                code,
                sheet.titles(fields, "title"),
                sheet.text(fields, "unit"),
                sheet.whole(fields, "scale", 0, MOST_PLACES),
                sheet.constant(fields, "direction", Direction.class),
                sheet.code(fields, "family", Sheet.LOWER),
                sheet.constant(fields, "kind", Kind.class),
                sheet.truth(fields, "required"));
    }
}
