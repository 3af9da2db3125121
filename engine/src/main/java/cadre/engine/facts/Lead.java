package cadre.engine.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A lead from inspection, the masses, letters and visits; once verified, a finding against the cadre.
 *
 * @param id the record number at the source
 * @param origin where it came from
 * @param theme what it is about
 * @param severity how grave
 * @param on when it was received
 * @param rectified the day it was put right
 */
public record Lead(
        String id,
        LeadOrigin origin,
        LeadTheme theme,
        Severity severity,
        LocalDate on,
        @Nullable LocalDate rectified) implements Fact {}
