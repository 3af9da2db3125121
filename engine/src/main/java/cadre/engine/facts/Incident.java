package cadre.engine.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An incident for which the cadre answers.
 *
 * @param id the record number at the source
 * @param family ecological, safety, ... : a family of the edition
 * @param severity how grave
 * @param on the day it happened
 * @param rectified the day it was put right
 */
public record Incident(
        String id,
        @CodeOf(CodeKind.FAMILY) String family,
        Severity severity,
        LocalDate on,
        @Nullable LocalDate rectified)
        implements Fact {}
