package cadre.service.release;

/** What can be done with a release. */
public enum ReleaseAction {
    /** The program carries it: written and approved before the program was built. */
    CARRY,
    /** Somebody wrote it and sent it in. */
    UPLOAD,
    SUBMIT,
    APPROVE,
    REJECT,
    /** Names the time from which it is to be in force. */
    SCHEDULE,
    /** Comes into force, in the place of the release of its edition that was. */
    ENFORCE,
    /** Taken back before it was ever in force. */
    WITHDRAW,
    /** Taken out of force with nothing in its place. */
    RETIRE,
    /** Comes into force again. */
    ROLL_BACK
}
