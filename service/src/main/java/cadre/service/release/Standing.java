package cadre.service.release;

import java.util.List;

/**
 * Which releases are to be in force, at one revision of the register.
 *
 * @param revision grows with every step
 * @param inForce those whose approval is proven, of which no two judge the same appraisal
 * @param broken whether the register holds what is not proven; then no release is among those in force that was uploaded or
 *     that an upload has replaced
 */
public record Standing(long revision, List<RegisteredRelease> inForce, boolean broken) {
    public Standing {
        inForce = List.copyOf(inForce);
    }
}
