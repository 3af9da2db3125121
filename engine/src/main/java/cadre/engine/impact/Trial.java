package cadre.engine.impact;

import cadre.engine.casefile.CaseFile;
import cadre.engine.casefile.CaseFileReader;
import cadre.engine.document.Datum;
import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Edition.DatedValue;
import cadre.engine.edition.Edition.ParameterLine;
import cadre.engine.evaluation.Evaluator;
import cadre.engine.evaluation.Outcome;
import cadre.engine.inference.Inferences;
import cadre.engine.inference.RuleFailed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An edition tried on cases of any period: one whose last day lies outside the days in force is judged with the parameters
 * of the nearest day in force. Types of appraisal and levels of post stay as the edition has them. For any number of threads.
 */
public final class Trial {
    private final Edition edition;
    private final Edition always;
    private final Evaluator evaluator;

    /**
     * Tries an edition.
     *
     * @param inferences runs the rules of the same edition
     */
    public Trial(Edition edition, Inferences inferences) {
        this.edition = edition;
        this.always = always(edition);
        this.evaluator = new Evaluator(always, (day, limits) -> inferences.open(day(day), limits), Map.of());
    }

    public Edition edition() {
        return edition;
    }

    /** The day whose parameters count for a case with this last day. */
    public LocalDate day(LocalDate lastDay) {
        LocalDate to = edition.to();
        if (lastDay.isBefore(edition.from())) {
            return edition.from();
        }
        return to != null && lastDay.isAfter(to) ? to : lastDay;
    }

    /**
     * Reads a case file as this edition would have admitted it, tries it, and says what came of it.
     *
     * @param problems those found before, when the text was read; an unreadable text is refused by them
     */
    public Verdict judge(Datum datum, Problems problems) {
        Optional<CaseFile> caseFile = CaseFileReader.read(datum, always, problems);
        return problems.isEmpty() && caseFile.isPresent() ? judge(caseFile.get()) : new Verdict.Refused(problems.all());
    }

    /** Tries the edition on a case file that it admits. */
    public Verdict judge(CaseFile caseFile) {
        try {
            return new Verdict.Judged(evaluator.evaluate(caseFile));
        } catch (RuleFailed failed) {
            return new Verdict.Failed(failed.criterion());
        }
    }

    /**
     * The outcome for a case file that it admits.
     *
     * @throws RuleFailed if a rule concludes what cannot be
     */
    public Outcome evaluate(CaseFile caseFile) {
        return evaluator.evaluate(caseFile);
    }

    private static Edition always(Edition edition) {
        Map<String, ParameterLine> parameters = new LinkedHashMap<>();
        edition.parameters().forEach((name, line) -> parameters.put(name, always(line, edition)));
        return new Edition(
                edition.code(),
                edition.version(),
                edition.title(),
                LocalDate.MIN,
                null,
                edition.types(),
                edition.levels(),
                edition.basis(),
                edition.rounding(),
                edition.dimensions(),
                edition.grades(),
                edition.actions(),
                edition.registers(),
                parameters,
                edition.indicators(),
                edition.files(),
                edition.digest());
    }

    /** The values of the days in force; the first of them from ever, the last for ever. */
    private static ParameterLine always(ParameterLine line, Edition edition) {
        List<DatedValue> values = new ArrayList<>();
        line.on(edition.from())
                .ifPresent(first -> values.add(new DatedValue(LocalDate.MIN, first.value(), first.reference())));
        LocalDate to = edition.to();
        line.values().stream()
                .filter(value -> value.from().isAfter(edition.from()))
                .filter(value -> to == null || !value.from().isAfter(to))
                .forEach(values::add);
        return new ParameterLine(line.name(), line.title(), line.unit(), values);
    }
}
