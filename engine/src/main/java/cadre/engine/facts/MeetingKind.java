package cadre.engine.facts;

/** A meeting of party life that is due. */
public enum MeetingKind {
    BRANCH_CONGRESS,
    BRANCH_COMMITTEE,
    GROUP_MEETING,
    PARTY_LESSON,
    DEMOCRATIC_LIFE
}
