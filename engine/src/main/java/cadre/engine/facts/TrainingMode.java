package cadre.engine.facts;

/** How training was taken. */
public enum TrainingMode {
    CLASSROOM,
    ONLINE
}
