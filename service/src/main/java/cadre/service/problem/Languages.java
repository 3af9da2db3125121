package cadre.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The two languages in which the service speaks. */
public final class Languages {
    private Languages() {}

    /** The first language of Accept-Language that the service speaks, or English. */
    public static Locale of(HttpServletRequest request) {
        List<Locale> wanted =
                request.getHeader("Accept-Language") == null ? List.of() : Collections.list(request.getLocales());
        for (Locale locale : wanted) {
            if (locale.getLanguage().equals("zh")) {
                return Locale.CHINESE;
            } else if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }
}
