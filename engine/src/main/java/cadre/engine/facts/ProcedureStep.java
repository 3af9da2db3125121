package cadre.engine.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a procedure.
 *
 * @param id the record number at the source
 * @param procedure which procedure
 * @param matter what the procedure was about
 * @param step the step
 * @param done whether it was taken
 * @param on when
 */
public record ProcedureStep(
        String id,
        Procedure procedure,
        String matter,
        Step step,
        boolean done,
        @Nullable LocalDate on) implements Fact {}
