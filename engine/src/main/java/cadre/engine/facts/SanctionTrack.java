package cadre.engine.facts;

/** Party discipline and administrative sanction are kept apart. */
public enum SanctionTrack {
    PARTY,
    ADMINISTRATIVE
}
