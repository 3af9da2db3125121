package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.EndpointTable.Asker;
import cadre.service.EndpointTable.Row;
import cadre.service.EndpointTable.Scope;
import cadre.service.EndpointTable.Target;
import cadre.service.access.People;
import cadre.service.access.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every endpoint that the running service has, called by every role for every scope. */
@ServiceTest
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:endpoints;DB_CLOSE_DELAY=-1")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class EndpointTableTest {
    @Autowired
    private ApplicationContext service;

    @Autowired
    private People people;

    private final Map<Scope, String> evaluations = new EnumMap<>(Scope.class);
    private final AtomicInteger fresh = new AtomicInteger();

    @BeforeEach
    void units() {
        if (!evaluations.isEmpty()) {
            return;
        }
        for (String unit : List.of("P<*", "A<P", "B<P")) {
            String[] parts = unit.split("<", -1);
            administrator()
                    .post(
                            "/api/v1/units",
                            "{\"code\":\"%s\",\"name\":\"%s\",\"parent\":\"%s\"}"
                                    .formatted(parts[0], parts[0], parts[1]));
        }
        for (Scope scope : Scope.values()) {
            String file = Api.example("strong-county-head", cadre(scope))
                    .replaceFirst("\"unit\": *\"[^\"]*\"", "\"unit\": \"" + scope.unit + "\"");
            Api.Answer answer = people.as(Role.EVALUATOR).evaluate(file);
            assertThat(answer.status()).as(answer.text()).isEqualTo(201);
            evaluations.put(scope, answer.json().path("id").asString());
        }
    }

    private Api administrator() {
        return people.as(Role.ADMINISTRATOR);
    }

    private static String cadre(Scope scope) {
        return scope == Scope.OWN_RESULT ? Target.OWN : "C-of-" + scope;
    }

    private Api api(Asker asker) {
        return asker.role == null
                ? people.stranger()
                : people.as("table-" + asker, Set.of("A"), Target.OWN, asker.role);
    }

    static Stream<Row> rows() {
        return EndpointTable.ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void every_role_gets_what_the_table_says(Row row) {
        List<String> others = new ArrayList<>();
        for (Asker asker : Asker.values()) {
            Api api = api(asker);
            for (Scope scope : Scope.values()) {
                Target target = new Target(
                        scope,
                        cadre(scope),
                        Objects.requireNonNull(evaluations.get(scope)),
                        "fresh-" + fresh.incrementAndGet(),
                        administrator());
                String expected = row.expected(asker, scope);
                String answered = row.told().apply(api.send(row.request().apply(api, target)));
                if (!answered.equals(expected)) {
                    others.add("%s, %s: %s, not %s".formatted(asker, scope, answered, expected));
                }
            }
        }

        assertThat(others).as(row.endpoint()).isEmpty();
    }

    @Test
    void every_endpoint_has_a_row_and_every_row_an_endpoint() {
        List<String> endpoints = service.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(EndpointTableTest::names)
                .sorted()
                .toList();

        assertThat(EndpointTable.ROWS.stream().map(Row::endpoint).sorted().toList())
                .as("An endpoint without a row: say in EndpointTable.ROWS what each role gets, "
                        + "row(\"METHOD /path\", request, List.of(stranger, author, approver, evaluator, reviewer, auditor, "
                        + "cadre, administrator)), where a cell is one status, or one for each of "
                        + List.of(Scope.values()))
                .isEqualTo(endpoints);
    }

    private static Stream<String> names(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
        String type =
                info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_HTML) ? " text/html" : "";
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of("ANY") : methods)
                        .stream().map(method -> method + " " + path + type));
    }
}
