package cadre.service.access;

/** What a person may do. One person may have several roles; what no role allows is refused. */
public enum Role {
    /** Writes criteria: uploads drafts and submits them. */
    POLICY_AUTHOR,
    /** Puts criteria into force that others wrote. */
    POLICY_APPROVER,
    /** Has cadres evaluated, within units. */
    EVALUATOR,
    /** Signs results, within units. */
    REVIEWER,
    /** Reads everything and changes nothing. */
    AUDITOR,
    /** Reads their own results. */
    CADRE,
    /** Looks after users and keys; neither criteria nor results. */
    ADMINISTRATOR
}
