package cadre.service.release;

/** Where a release comes from, and so what vouches for it. */
public enum ReleaseOrigin {
    /** Carried by the program; approved when it was built. */
    BUILT_IN,
    /** Sent in; a signed approval vouches for it. */
    UPLOADED
}
