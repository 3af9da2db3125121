package cadre.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api;
import cadre.service.Api.Answer;
import cadre.service.ServiceTest;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The tree of units as administrators keep it, over HTTP. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
@TestPropertySource(properties = "cadre.database.url=jdbc:h2:mem:units;DB_CLOSE_DELAY=-1")
class UnitsTest {
    @Autowired
    private People people;

    private Api api = new Api("");

    @BeforeEach
    void call() {
        api = people.as(Role.ADMINISTRATOR);
    }

    private Answer add(String code, String parent) {
        return api.post("/api/v1/units", body(code, parent));
    }

    private Answer put(String code, String body) {
        return api.send(api.request("/api/v1/units/" + code)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Answer delete(String code) {
        return api.send(api.request("/api/v1/units/" + code).DELETE());
    }

    private static String body(String code, String parent) {
        return "{\"code\":\"" + code + "\",\"name\":\"单位 " + code + "\",\"parent\":\"" + parent + "\"}";
    }

    private static String code(Answer answer) {
        return answer.status() + " "
                + answer.json().path("problems").path(0).path("code").asString("");
    }

    @Test
    void units_are_added_read_moved_listed_and_removed() {
        Answer added = add("市-1", "*");
        Answer below = add("县-1", "市-1");

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(api.get(added.header("Location")).json()).isEqualTo(added.json());
        assertThat(below.json().path("parent").asString()).isEqualTo("市-1");
        assertThat(put("%E5%8E%BF-1", body("县-1", "*")).json().path("parent").asString())
                .isEqualTo("*");
        assertThat(api.get("/api/v1/units")
                        .json()
                        .path("units")
                        .valueStream()
                        .map(unit -> unit.path("code").asString()))
                .contains("市-1", "县-1");
        assertThat(delete("%E5%8E%BF-1").status()).isEqualTo(204);
        assertThat(delete("%E5%8E%BF-1").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/units/%E5%8E%BF-1").status()).isEqualTo(404);
        assertThat(delete("%E5%B8%82-1").status()).isEqualTo(204);
    }

    @Test
    void what_cannot_be_a_unit_is_refused_with_the_place_at_fault() {
        assertThat(add("A", "*").status()).isEqualTo(201);

        assertThat(code(add("A", "*"))).isEqualTo("409 unit-exists");
        assertThat(code(add("B", "nowhere"))).isEqualTo("409 no-such-parent");
        assertThat(code(add("a/b", "*"))).isEqualTo("400 unit-code");
        assertThat(code(add("*", "*"))).isEqualTo("400 unit-code");
        assertThat(code(add("u".repeat(201), "*"))).isEqualTo("400 unit-code");
        assertThat(code(api.post("/api/v1/units", "{\"code\":\"B\"}"))).isEqualTo("400 unit-name");
        assertThat(code(api.post("/api/v1/units", "{\"code\":\"B\",\"name\":\"b\",\"parnet\":\"A\"}")))
                .isEqualTo("400 unknown-member");
        assertThat(code(api.post("/api/v1/units", "{"))).isEqualTo("400 request");
        assertThat(code(put("A", body("B", "*")))).isEqualTo("400 unit-code-fixed");
        assertThat(code(put("A", body("A", "A")))).isEqualTo("409 unit-cycle");
        assertThat(code(put("B", body("B", "*")))).isEqualTo("404 no-such-unit");
        assertThat(api.get("/api/v1/units/B").status()).isEqualTo(404);
    }
}
