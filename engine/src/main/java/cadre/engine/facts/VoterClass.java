package cadre.engine.facts;

/** Who voted in a democratic assessment, or was interviewed. */
public enum VoterClass {
    SUPERIORS,
    PEERS,
    SUBORDINATES,
    DELEGATES,
    MASSES
}
