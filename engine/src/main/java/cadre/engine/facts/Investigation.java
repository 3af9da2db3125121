package cadre.engine.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An investigation of the cadre.
 *
 * @param id the record number at the source
 * @param opened when it was opened
 * @param concluded when it was concluded
 */
public record Investigation(
        String id, LocalDate opened, @Nullable LocalDate concluded) implements Fact {}
