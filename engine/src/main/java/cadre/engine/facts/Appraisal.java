package cadre.engine.facts;

import java.time.LocalDate;

/**
 * The appraisal: its type and its period, both days included.
 *
 * @param type one of the four types
 * @param from first day
 * @param to last day; parameters are read as of this day
 */
public record Appraisal(AppraisalType type, LocalDate from, LocalDate to) implements Fact {
    @Override
    public String id() {
        return "appraisal";
    }
}
