package cadre.engine.facts;

/** What kind of work was assigned. */
public enum AssignmentKind {
    DECISION,
    TIMED_TASK,
    HARD_TASK,
    RISK_EVENT,
    ENTERPRISE_DIFFICULTY,
    WEAK_UNIT
}
