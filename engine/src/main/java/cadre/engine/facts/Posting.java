package cadre.engine.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A posting to the grassroots or the front line, or a secondment.
 *
 * @param id the record number at the source
 * @param kind which
 * @param from first day
 * @param to last day, unless it goes on
 * @param months whole months served by the end of the period
 * @param hardship whether in a hardship area
 * @param completed whether it was served out
 * @param feedback whether the host gave feedback
 */
public record Posting(
        String id,
        PostingKind kind,
        LocalDate from,
        @Nullable LocalDate to,
        @Count BigDecimal months,
        boolean hardship,
        boolean completed,
        boolean feedback)
        implements Fact {}
