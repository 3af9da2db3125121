package cadre.service.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The parameters of a search, all of which are known, or it would find what was not asked for. */
public final class Parameters {
    private static final String CURSOR = "cursor";
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final int LONGEST_PAGE = 200;

    private Parameters() {}

    /**
     * Refuses others than these.
     *
     * @throws Rejected if there are others, one is given twice or holds a control character
     */
    public static void only(Collection<String> known, HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name)) {
                throw Rejected.because(400, "unknown-parameter", name, String.join(", ", known))
                        .at(name);
            } else if (values.length > 1) {
                throw Rejected.because(400, "repeated-parameter", name).at(name);
            } else if (values[0].chars().anyMatch(Character::isISOControl)) {
                throw Rejected.because(400, "parameter", name).at(name);
            }
        });
    }

    /**
     * How many a page has at most.
     *
     * @throws Rejected if that is not 1 to 200
     */
    public static int limit(String text) {
        if (!LIMIT.matcher(text).matches() || Integer.parseInt(text) > LONGEST_PAGE) {
            throw Rejected.because(400, "limit").at("limit");
        }
        return Integer.parseInt(text);
    }

    /**
     * Refuses a day that the databases may not know.
     *
     * @throws Rejected if it is not of the years 1 to 9999
     */
    public static void refuseYear(String name, @Nullable LocalDate day) {
        if (day != null && !isCalendarDay(day)) {
            throw Rejected.because(400, "parameter", name).at(name);
        }
    }

    /** Whether a day is of the years 1 to 9999: both databases know it, and so is the day after. */
    public static boolean isCalendarDay(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999;
    }

    /** The address of the page that follows the one that ends with this. */
    public static String next(HttpServletRequest request, UUID last) {
        UriComponentsBuilder next = UriComponentsBuilder.fromPath(request.getRequestURI());
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(CURSOR)) {
                next.queryParam(name, "{" + name + "}");
            }
        });
        return next.queryParam(CURSOR, last)
                .encode()
                .buildAndExpand(request.getParameterMap().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0])))
                .toUriString();
    }
}
