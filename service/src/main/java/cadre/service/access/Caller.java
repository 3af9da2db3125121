package cadre.service.access;

/** Who makes a request; idempotency keys belong to them. */
public record Caller(String name) {
    /** Anybody on this machine. */
    public static final Caller LOCAL = new Caller("local");
}
