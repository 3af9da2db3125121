package cadre.engine.facts;

/** A step of a procedure: five of selection and appointment, then those of "four discussions, two disclosures". */
public enum Step {
    MOTION,
    DEMOCRATIC_RECOMMENDATION,
    INSPECTION,
    DISCUSSION_AND_DECISION,
    APPOINTMENT,
    BRANCH_PROPOSAL,
    COMMITTEES_CONSULTATION,
    PARTY_MEMBERS_REVIEW,
    ASSEMBLY_RESOLUTION,
    RESOLUTION_DISCLOSED,
    RESULT_DISCLOSED,
    SUPERVISION
}
