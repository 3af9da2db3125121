package cadre.service.trace;

import cadre.service.access.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, from where and why; handlers that show results take one as an argument.
 *
 * @param address of the client; of a proxy, unless the service is set to believe what proxies tell
 * @param why as told in the parameter {@code why}
 */
public record Visit(Caller caller, String address, @Nullable String why) {}
