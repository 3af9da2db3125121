package cadre.service.release;

/**
 * Told inside the transaction that stores a step; a listener that throws keeps it from being taken.
 *
 * @param record the step as canonical JSON: the bytes that are signed and stored
 */
@SuppressWarnings("ArrayRecordComponent") // passed on, never compared
public record ReleaseStepTaken(ReleaseStep step, byte[] record) {}
