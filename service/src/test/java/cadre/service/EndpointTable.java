package cadre.service;

import cadre.service.Api.Answer;
import cadre.service.access.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every endpoint answers to every role, by whose result is asked for. The columns are {@link Asker}, in order. A cell is one
 * status for all scopes, or one for each of {@link Scope}, in order. Everybody asks as somebody who was given unit A, which stands
 * below P and beside B, and who is the cadre {@link Target#OWN}.
 */
final class EndpointTable {
    /** Who asks. */
    enum Asker {
        STRANGER(null),
        AUTHOR(Role.POLICY_AUTHOR),
        APPROVER(Role.POLICY_APPROVER),
        EVALUATOR(Role.EVALUATOR),
        REVIEWER(Role.REVIEWER),
        AUDITOR(Role.AUDITOR),
        CADRE(Role.CADRE),
        ADMINISTRATOR(Role.ADMINISTRATOR);

        final @Nullable Role role;

        Asker(@Nullable Role role) {
            this.role = role;
        }
    }

    /** Whose result it is: somebody's of the asker's unit, of the unit beside, of the one above, the asker's own (made by the
     * unit beside), a colleague's of the asker's unit. */
    enum Scope {
        OWN_UNIT("A"),
        OTHER_UNIT("B"),
        PARENT_UNIT("P"),
        OWN_RESULT("B"),
        COLLEAGUES("A");

        final String unit;

        Scope(String unit) {
            this.unit = unit;
        }
    }

    /** What a request can name: the result of its scope, and names that nothing has yet. */
    record Target(Scope scope, String cadre, String evaluation, String fresh, Api administrator) {
        static final String OWN = "C-own";

        String unit() {
            return scope.unit;
        }
    }

    /**
     * An endpoint.
     *
     * @param request as the asker makes it
     * @param told what of the answer is compared, its status by default
     */
    record Row(
            String endpoint,
            BiFunction<Api, Target, HttpRequest.Builder> request,
            Function<Answer, String> told,
            List<String> cells) {
        /** The answer expected. */
        String expected(Asker asker, Scope scope) {
            String[] cell = cells.get(List.of(Asker.values()).indexOf(asker)).split(" ", -1);
            return cell[cell.length == 1 ? 0 : List.of(Scope.values()).indexOf(scope)];
        }

        @Override
        public String toString() {
            return endpoint;
        }

        Row telling(Function<Answer, String> more) {
            return new Row(endpoint, request, more, cells);
        }
    }

    private static final String OWN_UNITS = "200 404 404 404 200";
    private static final String OWN_RESULT = "404 404 404 200 404";

    private static final List<String> KNOWN = List.of("401", "200", "200", "200", "200", "200", "200", "200");
    private static final List<String> OPERATORS = List.of("401", "403", "403", "403", "403", "200", "403", "200");
    private static final List<String> READERS =
            List.of("401", "403", "403", OWN_UNITS, OWN_UNITS, "200", OWN_RESULT, "403");
    private static final List<String> UNIT_READERS = List.of("401", "403", "403", "403", "403", "200", "403", "200");
    private static final List<String> RELEASE_READERS = List.of("401", "200", "200", "403", "403", "200", "403", "403");
    private static final List<String> AUTHORS = List.of("401", "404", "403", "403", "403", "403", "403", "403");
    private static final List<String> ADMINISTRATORS = List.of("401", "403", "403", "403", "403", "403", "403", "404");

    /** What a token does not do, whoever owns it. */
    private static final List<String> IN_SESSIONS = List.of("401", "403", "403", "403", "403", "403", "403", "403");

    private static final List<String> APPROVERS = List.of("401", "403", "404", "403", "403", "403", "403", "403");

    private static final List<String> POLICY = List.of("401", "404", "404", "403", "403", "403", "403", "403");
    private static final List<String> IMPACT_READERS = List.of("401", "404", "404", "403", "403", "404", "403", "403");
    private static final String NO_IMPACT = "00000000-0000-7000-8000-000000000000";

    static final List<Row> ROWS = List.of(
            // stranger, author, approver, evaluator, reviewer, auditor, cadre, administrator
            row(
                    "POST /api/v1/evaluations",
                    (api, target) -> json(api, "POST", "/api/v1/evaluations", caseFile(target)),
                    List.of("401", "403", "403", "201 403 403 403 201", "403", "403", "403", "403")),
            row(
                    "POST /api/v1/evaluations/preview",
                    (api, target) -> json(api, "POST", "/api/v1/evaluations/preview", caseFile(target)),
                    List.of("401", "403", "403", "200", "200", "403", "403", "403")),
            row("GET /api/v1/evaluations/{id}", get("/api/v1/evaluations/{id}"), READERS),
            row("GET /api/v1/evaluations/{id}/explanation", get("/api/v1/evaluations/{id}/explanation"), READERS),
            row(
                    "GET /api/v1/evaluations/{id}/explanation text/html",
                    (api, target) -> get("/api/v1/evaluations/{id}/explanation")
                            .apply(api, target)
                            .setHeader("Accept", "text/html"),
                    READERS),
            row(
                    "POST /api/v1/evaluations/{id}/replay",
                    (api, target) -> json(api, "POST", "/api/v1/evaluations/" + target.evaluation() + "/replay", ""),
                    List.of("401", "403", "403", OWN_UNITS, OWN_UNITS, "403", "403", "403")),
            row(
                    "POST /api/v1/evaluations/{id}/what-if",
                    (api, target) -> json(
                            api, "POST", "/api/v1/evaluations/" + target.evaluation() + "/what-if", caseFile(target)),
                    List.of("401", "403", "403", OWN_UNITS, OWN_UNITS, "403", "403", "403")),
            row(
                            "GET /api/v1/evaluations",
                            get("/api/v1/evaluations?cadre={cadre}"),
                            List.of(
                                    "401/0",
                                    "403/0",
                                    "403/0",
                                    "200/1 200/0 200/0 200/0 200/1",
                                    "200/1 200/0 200/0 200/0 200/1",
                                    "200/1",
                                    "200/0 200/0 200/0 200/1 200/0",
                                    "403/0"))
                    .telling(answer -> answer.status() + "/"
                            + answer.json().path("evaluations").size()),
            row(
                    "GET /api/v1/editions",
                    get("/api/v1/editions"),
                    List.of("401", "200", "200", "200", "200", "200", "200", "403")),
            row(
                    "GET /api/v1/editions/{edition}/criteria",
                    get("/api/v1/editions/2026/criteria"),
                    List.of("401", "200", "200", "200", "200", "200", "200", "403")),
            // Of a release that does not exist: 404 to who may.
            row(
                    "POST /api/v1/releases",
                    (api, target) -> api.request("/api/v1/releases")
                            .header("Content-Type", "application/zip")
                            .POST(BodyPublishers.ofString("no archive")),
                    List.of("401", "400", "403", "403", "403", "403", "403", "403")),
            row("GET /api/v1/releases", get("/api/v1/releases"), RELEASE_READERS),
            row(
                    "GET /api/v1/releases/loaded",
                    get("/api/v1/releases/loaded"),
                    List.of("401", "200", "200", "403", "403", "200", "403", "200")),
            row("GET /api/v1/releases/{release}", get("/api/v1/releases/2026.2"), RELEASE_READERS),
            row("GET /api/v1/releases/gaps", get("/api/v1/releases/gaps"), RELEASE_READERS),
            row(
                    "GET /api/v1/releases/{before}/diff/{after}",
                    get("/api/v1/releases/2025.2/diff/2026.2"),
                    RELEASE_READERS),
            step("submit", AUTHORS),
            step("withdraw", AUTHORS),
            step("approve", APPROVERS),
            step("reject", APPROVERS),
            step("schedule", APPROVERS),
            step("retire", APPROVERS),
            step("roll-back", APPROVERS),
            // Of an impact that does not exist, or of a candidate that does not: 404 to who may.
            row(
                    "POST /api/v1/impacts",
                    (api, target) -> json(api, "POST", "/api/v1/impacts", "{\"candidate\":\"" + target.fresh() + "\"}"),
                    POLICY),
            row("GET /api/v1/impacts", get("/api/v1/impacts"), RELEASE_READERS),
            row("GET /api/v1/impacts/{id}", get("/api/v1/impacts/" + NO_IMPACT), IMPACT_READERS),
            row("GET /api/v1/impacts/{id}/report", get("/api/v1/impacts/" + NO_IMPACT + "/report"), IMPACT_READERS),
            row(
                    "GET /api/v1/impacts/{id}/movers",
                    get("/api/v1/impacts/" + NO_IMPACT + "/movers"),
                    List.of("401", "404", "404", "404", "404", "404", "403", "403")),
            row(
                    "POST /api/v1/impacts/{id}/cancel",
                    (api, target) -> json(api, "POST", "/api/v1/impacts/" + NO_IMPACT + "/cancel", ""),
                    POLICY),
            row(
                    "POST /api/v1/impacts/{id}/resume",
                    (api, target) -> json(api, "POST", "/api/v1/impacts/" + NO_IMPACT + "/resume", ""),
                    POLICY),
            row("GET /api/v1/units", get("/api/v1/units"), UNIT_READERS),
            row("GET /api/v1/units/{code}", get("/api/v1/units/{unit}"), UNIT_READERS),
            row(
                    "POST /api/v1/units",
                    (api, target) -> json(api, "POST", "/api/v1/units", unit(target.fresh())),
                    List.of("401", "403", "403", "403", "403", "403", "403", "201")),
            row(
                    "PUT /api/v1/units/{code}",
                    (api, target) -> json(api, "PUT", "/api/v1/units/" + newUnit(target), unit(target.fresh())),
                    List.of("401", "403", "403", "403", "403", "403", "403", "200")),
            row(
                    "DELETE /api/v1/units/{code}",
                    (api, target) ->
                            api.request("/api/v1/units/" + newUnit(target)).DELETE(),
                    List.of("401", "403", "403", "403", "403", "403", "403", "204")),
            row(
                    "GET /api/v1/traces",
                    get("/api/v1/traces?cadre={cadre}"),
                    List.of("401", "403", "403", "403", "403", "200", "403", "403")),
            row(
                    "GET /api/v1/traces/mine",
                    get("/api/v1/traces/mine"),
                    List.of("401", "403", "403", "403", "403", "403", "200", "403")),
            // Whoever tries to log in here types a password that is none.
            row("GET /login", get("/login"), List.of("200", "200", "200", "200", "200", "200", "200", "200")),
            row(
                    "POST /login",
                    (api, target) -> api.request("/login")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("login=" + target.fresh() + "&password=" + "x".repeat(100))),
                    List.of("401", "401", "401", "401", "401", "401", "401", "401")),
            row(
                    "POST /api/v1/session",
                    (api, target) -> json(
                            api,
                            "POST",
                            "/api/v1/session",
                            "{\"login\":\"" + target.fresh() + "\",\"password\":\"" + "x".repeat(100) + "\"}"),
                    List.of("401", "401", "401", "401", "401", "401", "401", "401")),
            row("GET / text/html", get("/"), KNOWN),
            row(
                    "POST /logout",
                    (api, target) -> json(api, "POST", "/logout", ""),
                    List.of("401", "303", "303", "303", "303", "303", "303", "303")),
            row("GET /api/v1/session", get("/api/v1/session"), KNOWN),
            row(
                    "DELETE /api/v1/session",
                    (api, target) -> api.request("/api/v1/session").DELETE(),
                    List.of("401", "204", "204", "204", "204", "204", "204", "204")),
            row(
                    "PUT /api/v1/session/password",
                    (api, target) -> json(api, "PUT", "/api/v1/session/password", "{}"),
                    IN_SESSIONS),
            row("GET /api/v1/accounts", get("/api/v1/accounts"), OPERATORS),
            row("GET /api/v1/accounts/{person}", get("/api/v1/accounts/local:administrator"), OPERATORS),
            row("GET /api/v1/accounts/{person}/tokens", get("/api/v1/accounts/local:administrator/tokens"), OPERATORS),
            row(
                    "POST /api/v1/accounts",
                    (api, target) -> json(api, "POST", "/api/v1/accounts", "{\"login\":\"" + target.fresh() + "\"}"),
                    List.of("401", "403", "403", "403", "403", "403", "403", "201")),
            // Of a person who does not exist: 404 to who may.
            row(
                    "PUT /api/v1/accounts/{person}",
                    (api, target) -> json(api, "PUT", "/api/v1/accounts/local:nobody", "{}"),
                    ADMINISTRATORS),
            row(
                    "POST /api/v1/accounts/{person}/password",
                    (api, target) -> json(api, "POST", "/api/v1/accounts/local:nobody/password", ""),
                    ADMINISTRATORS),
            row("GET /api/v1/tokens", get("/api/v1/tokens"), KNOWN),
            row("POST /api/v1/tokens", (api, target) -> json(api, "POST", "/api/v1/tokens", "{}"), IN_SESSIONS),
            row(
                    "DELETE /api/v1/tokens/{id}",
                    (api, target) ->
                            api.request("/api/v1/tokens/0123456789abcdef").DELETE(),
                    List.of("401", "404", "404", "404", "404", "404", "404", "404")),
            row("GET /actuator", get("/actuator"), OPERATORS),
            row("GET /actuator/prometheus", get("/actuator/prometheus"), OPERATORS),
            row("GET /actuator/sbom", get("/actuator/sbom"), OPERATORS),
            row(
                    "GET /actuator/sbom/{id}",
                    get("/actuator/sbom/application"),
                    BillOfMaterialsTest.isCarried()
                            ? OPERATORS
                            : List.of("401", "403", "403", "403", "403", "404", "403", "404")),
            row(
                    "GET /actuator/health",
                    get("/actuator/health"),
                    List.of("200", "200", "200", "200", "200", "200", "200", "200")),
            row(
                    "GET /actuator/health/**",
                    get("/actuator/health/readiness"),
                    List.of("200", "200", "200", "200", "200", "200", "200", "200")),
            row("GET /v3/api-docs", get("/v3/api-docs"), KNOWN),
            row("GET /v3/api-docs.yaml", get("/v3/api-docs.yaml"), KNOWN),
            row("GET /v3/api-docs/swagger-config", get("/v3/api-docs/swagger-config"), KNOWN),
            row(
                    "GET /swagger-ui.html",
                    get("/swagger-ui.html"),
                    List.of("401", "302", "302", "302", "302", "302", "302", "302")),
            row("ANY /error", get("/error"), List.of("401", "404", "404", "404", "404", "404", "404", "404")));

    private EndpointTable() {}

    private static Row row(String endpoint, BiFunction<Api, Target, HttpRequest.Builder> request, List<String> cells) {
        if (cells.size() != Asker.values().length
                || cells.stream()
                        .map(cell -> cell.split(" ", -1).length)
                        .anyMatch(n -> n != 1 && n != Scope.values().length)) {
            throw new IllegalArgumentException(endpoint + " needs a cell for each of " + Arrays.toString(Asker.values())
                    + ", each with one status or one for each of " + Arrays.toString(Scope.values()));
        }
        return new Row(endpoint, request, answer -> Integer.toString(answer.status()), cells);
    }

    private static Row step(String name, List<String> cells) {
        return row(
                "POST /api/v1/releases/{digest}/" + name,
                (api, target) -> json(
                        api, "POST", "/api/v1/releases/sha256:" + target.fresh() + "/" + name + "?reason=tried", ""),
                cells);
    }

    private static BiFunction<Api, Target, HttpRequest.Builder> get(String path) {
        return (api, target) -> api.request(path.replace("{id}", target.evaluation())
                        .replace("{cadre}", target.cadre())
                        .replace("{unit}", target.unit()))
                .GET();
    }

    private static HttpRequest.Builder json(Api api, String method, String path, String body) {
        return api.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private static String caseFile(Target target) {
        return Api.example("strong-county-head", "C-" + target.fresh())
                .replaceFirst("\"unit\": *\"[^\"]*\"", "\"unit\": \"" + target.unit() + "\"");
    }

    private static String unit(String code) {
        return "{\"code\":\"" + code + "\",\"name\":\"" + code + "\",\"parent\":\"*\"}";
    }

    private static String newUnit(Target target) {
        target.administrator().post("/api/v1/units", unit(target.fresh()));
        return target.fresh();
    }
}
