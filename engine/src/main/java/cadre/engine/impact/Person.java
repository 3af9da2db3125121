package cadre.engine.impact;

import cadre.engine.casefile.CaseFile;
import cadre.engine.document.Datum;

/** Whom a case is about, by the codes that groups are made of; a code that cannot be read is empty. */
public record Person(String cadre, String unit, String level, String post) {
    public static Person of(CaseFile caseFile) {
        return new Person(
                caseFile.cadre().id(),
                caseFile.cadre().unit(),
                caseFile.cadre().level().name(),
                caseFile.cadre().post());
    }

    /** Reads no more than this of a case file, since one that is refused has a unit, too. */
    public static Person of(Datum caseFile) {
        Datum cadre = caseFile instanceof Datum.Mapping file ? file.entries().get("cadre") : null;
        return cadre instanceof Datum.Mapping fields
                ? new Person(text(fields, "id"), text(fields, "unit"), text(fields, "level"), text(fields, "post"))
                : new Person("", "", "", "");
    }

    private static String text(Datum.Mapping fields, String key) {
        return fields.entries().get(key) instanceof Datum.Scalar scalar ? scalar.text() : "";
    }
}
