package cadre.service.release.web;

import cadre.service.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** The parameters of a request: a misspelt one must not be passed over. */
final class Parameters {
    private Parameters() {}

    static void refuseOthers(HttpServletRequest request, String... known) {
        List<String> names = List.of(known);
        request.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Rejected.because(400, "unknown-parameter", name, String.join(", ", names))
                        .at(name);
            } else if (values.length > 1) {
                throw Rejected.because(400, "repeated-parameter", name).at(name);
            }
        });
    }
}
