package cadre.engine.facts;

/**
 * The person evaluated, known to rules by id, post, level and unit only.
 *
 * @param id the cadre's number
 * @param post code of the post held
 * @param level level of the post
 * @param unit the unit served in
 * @param chief whether the cadre heads the unit
 * @param probation whether still on probation at the end of the period
 */
public record Cadre(String id, String post, Level level, String unit, boolean chief, boolean probation)
        implements Fact {}
