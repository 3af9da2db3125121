package cadre.engine.facts;

/** The level of the post a cadre holds. */
public enum Level {
    NATION,
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP
}
