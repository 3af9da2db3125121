package cadre.service.trace.web;

import cadre.service.access.Allowed;
import cadre.service.access.Caller;
import cadre.service.access.Role;
import cadre.service.problem.Parameters;
import cadre.service.problem.Rejected;
import cadre.service.trace.Kind;
import cadre.service.trace.Trace;
import cadre.service.trace.TraceSearch;
import cadre.service.trace.Traces;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/traces", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Traces")
class TraceController {
    private static final Set<String> PARAMETERS =
            new TreeSet<>(Set.of("person", "cadre", "kind", "from", "to", "cursor", "limit"));

    private static final Set<String> OF_OWN = new TreeSet<>(Set.of("cursor", "limit"));

    private final Traces traces;

    TraceController(Traces traces) {
        this.traces = traces;
    }

    @GetMapping
    @Allowed(Role.AUDITOR)
    @Operation(
            operationId = "traces",
            summary = "Searches who did what, newest first",
            description =
                    "Who read whose results, logged in, was refused or used a token. All conditions given must hold.")
    Page<Item> search(
            @Parameter(description = "Who did it") @RequestParam(required = false) @Nullable String person,
            @Parameter(description = "Whose result it was") @RequestParam(required = false) @Nullable String cadre,
            @Parameter(example = "READ") @RequestParam(required = false) @Nullable String kind,
            @Parameter(description = "On this day or later, UTC", example = "2026-01-01")
                    @RequestParam(required = false)
                    @Nullable
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "On this day or earlier, UTC", example = "2026-12-31")
                    @RequestParam(required = false)
                    @Nullable
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            @Parameter(description = "Id of the last trace of the page before")
                    @RequestParam(required = false)
                    @Nullable
                    UUID cursor,
            @Parameter(description = "How many at most, 1 to 200") @RequestParam(defaultValue = "50") String limit,
            HttpServletRequest request) {
        Parameters.only(PARAMETERS, request);
        Parameters.refuseYear("from", from);
        Parameters.refuseYear("to", to);
        return page(
                new TraceSearch(
                        person,
                        cadre,
                        kind == null ? Set.of() : Set.of(kind(kind)),
                        from == null ? null : day(from),
                        to == null ? null : day(to.plusDays(1)),
                        cursor,
                        Parameters.limit(limit)),
                request,
                Item::of);
    }

    @GetMapping("/mine")
    @Allowed(Role.CADRE)
    @Operation(
            operationId = "readers",
            summary = "Lists who got to see the caller's own results, newest first",
            description = "From where they did is told to auditors only.")
    Page<Reading> mine(
            @Parameter(hidden = true) Caller caller,
            @Parameter(description = "Id of the last trace of the page before")
                    @RequestParam(required = false)
                    @Nullable
                    UUID cursor,
            @Parameter(description = "How many at most, 1 to 200") @RequestParam(defaultValue = "50") String limit,
            HttpServletRequest request) {
        Parameters.only(OF_OWN, request);
        int most = Parameters.limit(limit);
        String cadre = caller.reach().cadre();
        return cadre == null
                ? new Page<>(List.of(), null)
                : page(new TraceSearch(null, cadre, Kind.READINGS, null, null, cursor, most), request, Reading::of);
    }

    private <T> Page<T> page(TraceSearch search, HttpServletRequest request, Function<Trace, T> told) {
        TraceSearch andOneMore = new TraceSearch(
                search.person(),
                search.cadre(),
                search.kinds(),
                search.from(),
                search.to(),
                search.after(),
                search.limit() + 1);
        List<Trace> found = traces.search(andOneMore);
        boolean more = found.size() > search.limit();
        List<Trace> shown = more ? found.subList(0, search.limit()) : found;
        return new Page<>(
                shown.stream().map(told).toList(),
                more ? Parameters.next(request, shown.get(shown.size() - 1).id()) : null);
    }

    private static Instant day(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Kind kind(String text) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Rejected.because(
                                400,
                                "no-such-kind",
                                text,
                                Arrays.stream(Kind.values()).map(Kind::name).collect(Collectors.joining(", ")))
                        .at("kind"));
    }

    /** What is found, and the address of the next page if there is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page<T>(List<T> traces, @Nullable String next) {}

    /** A trace as auditors see it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID id,
            Instant at,
            Kind kind,
            @Nullable String person,
            @Nullable String cadre,
            @Nullable UUID evaluation,
            String what,
            @Nullable String why,
            String address,
            int times) {
        static Item of(Trace trace) {
            return new Item(
                    trace.id(),
                    trace.at(),
                    trace.kind(),
                    trace.person(),
                    trace.cadre(),
                    trace.evaluation(),
                    trace.what(),
                    trace.why(),
                    trace.address(),
                    trace.times());
        }
    }

    /** A reading as the cadre sees it who was read. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reading(
            UUID id,
            Instant at,
            Kind kind,
            @Nullable String person,
            @Nullable UUID evaluation,
            @Nullable String why) {
        static Reading of(Trace trace) {
            return new Reading(trace.id(), trace.at(), trace.kind(), trace.person(), trace.evaluation(), trace.why());
        }
    }
}
