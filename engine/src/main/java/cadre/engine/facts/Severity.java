package cadre.engine.facts;

/** How grave an incident, a lead or a finding is, from least to most. */
public enum Severity {
    GENERAL,
    SERIOUS,
    MAJOR,
    GRAVE
}
