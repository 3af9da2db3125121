package cadre.service.release;

/** Where a release stands in its life. */
public enum ReleaseStatus {
    DRAFT,
    SUBMITTED,
    APPROVED,
    /** Approved, and to be in force from a time that is named. */
    SCHEDULED,
    IN_FORCE,
    /** Was in force; what it decided is replayed by it for ever. */
    RETIRED,
    REJECTED,
    WITHDRAWN
}
