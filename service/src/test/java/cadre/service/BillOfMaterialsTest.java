package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the program is made of, as it carries it inside: every part may be given away together with an Apache-2.0 program. */
class BillOfMaterialsTest {
    /**
     * Names as parts give them. Of a part under several, one that is here is enough: it is ours to choose. EPL and MPL ask for
     * nothing of a program that only uses the part unchanged.
     */
    private static final Set<String> COMPATIBLE = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD licence",
            "CC0-1.0",
            "EPL-2.0",
            "Indiana University Extreme! Lab Software License",
            "MIT",
            "MPL-2.0",
            "Public Domain");

    private static final String BILL = "/META-INF/sbom/application.cdx.json";

    /** Whether this build made one: Maven without a network (-o) leaves it out. */
    static boolean isCarried() {
        return BillOfMaterialsTest.class.getResource(BILL) != null;
    }

    @BeforeAll
    static void offline() {
        assumeTrue(isCarried(), "Maven makes no bill of materials while it is offline");
    }

    private static List<JsonNode> parts() throws IOException {
        try (var in = Objects.requireNonNull(BillOfMaterialsTest.class.getResourceAsStream(BILL))) {
            return Api.JSON.readTree(in).path("components").valueStream().toList();
        }
    }

    private static Set<String> licences(JsonNode part) {
        return part.path("licenses")
                .valueStream()
                .map(licence -> licence.path("license").path("id").asString("")
                        + licence.path("license").path("name").asString("")
                        + licence.path("expression").asString(""))
                .collect(Collectors.toSet());
    }

    @Test
    void every_part_may_be_given_away_with_the_program() throws IOException {
        assertThat(parts().stream()
                        .filter(part -> licences(part).stream().noneMatch(COMPATIBLE::contains))
                        .map(part -> part.path("purl").asString("") + " under " + licences(part)))
                .as("leave it out, or look up its licence and, if it is compatible with Apache-2.0, add it here")
                .isEmpty();
    }

    @Test
    void every_part_is_named_with_version_and_digest_and_none_is_in_it_twice() throws IOException {
        List<JsonNode> parts = parts();

        assertThat(parts).hasSizeGreaterThan(50).allSatisfy(part -> {
            assertThat(part.path("version").asString("")).isNotEmpty().doesNotContain("SNAPSHOT");
            assertThat(part.path("hashes")
                            .valueStream()
                            .map(hash -> hash.path("alg").asString()))
                    .contains("SHA-256");
        });
        assertThat(parts.stream()
                        .collect(Collectors.groupingBy(
                                part -> part.path("group").asString("") + ":"
                                        + part.path("name").asString(),
                                Collectors.mapping(part -> part.path("version").asString(), Collectors.toSet())))
                        .entrySet()
                        .stream()
                        .filter(part -> part.getValue().size() > 1))
                .isEmpty();
    }
}
