package cadre.service.access;

import org.jspecify.annotations.Nullable;

/**
 * An organization or leading group that cadres serve in.
 *
 * @param code as case files name it
 * @param parent code of the unit it stands below; none if it stands directly below the root
 */
public record Unit(String code, String name, @Nullable String parent) {}
