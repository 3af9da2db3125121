package cadre.engine.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.cases.CasesReader;
import cadre.engine.document.Datum;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import cadre.engine.document.YamlDocument;
import cadre.engine.edition.EditionReader;
import cadre.engine.edition.EditionSources;
import cadre.engine.facts.Vocabulary;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What an editor completes and marks by the schemas is what the readers accept and refuse. */
class SchemasTest {
    private static final Path RULES = Path.of("../rules");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String STRANGE = "qqqqqqqqqqqqqqqqqqqqqqqqqqqq";
    private static final Map<String, byte[]> FILES = EditionSources.read(RULES.resolve("2026"), new Problems())
            .orElseThrow()
            .files();

    static List<Path> shipped() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> folders = Files.list(RULES)) {
            for (Path folder :
                    folders.filter(f -> Files.exists(f.resolve("edition.yaml"))).toList()) {
                try (Stream<Path> found = Files.list(folder)) {
                    found.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_file_is_valid_and_names_its_schema(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        byte[] bytes = Files.readAllBytes(file);

        assertThat(schema(name).validate(node(datum(name, bytes)))).isEmpty();
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("# yaml-language-server: $schema=../schemas/" + kind(name) + ".schema.json\n");
    }

    @Test
    void the_schema_of_cases_is_the_vocabulary() throws IOException {
        Path target = Path.of("target/schemas/cases.schema.json");
        Files.createDirectories(target.getParent());
        Files.writeString(target, CasesSchema.text());

        assertThat(RULES.resolve("schemas/cases.schema.json"))
                .as("if the vocabulary has changed, copy %s", target)
                .hasSameTextualContentAs(target);
    }

    @ParameterizedTest
    @CsvSource({
        "edition.yaml, /, edition",
        "edition.yaml, /, version",
        "edition.yaml, /title, zh",
        "edition.yaml, /in-force, from",
        "edition.yaml, /dimensions/ecological, weight",
        "edition.yaml, /dimensions/ecological/title, zh",
        "edition.yaml, /grades/0, from",
        "edition.yaml, /rounding, mode",
        "edition.yaml, /round/quota, share",
        "parameters.yaml, /attainment.floor, unit",
        "parameters.yaml, /attainment.floor, values",
        "parameters.yaml, /attainment.floor/title, zh",
        "parameters.yaml, /attainment.floor/values/0, from",
        "parameters.yaml, /attainment.floor/values/0, reference",
        "indicators.yaml, /gdp-growth, kind",
        "indicators.yaml, /gdp-growth/title, en",
        "ecological.cases.yaml, /0, expect",
        "ecological.cases.yaml, /0/given/indicators/0, verified",
        "survivors.yaml, /0, because"
    })
    void what_is_missing_is_refused_by_schema_and_reader(String file, String pointer, String key) {
        JsonNode node = whole(file);
        ((ObjectNode) node.at(pointer.equals("/") ? "" : pointer)).remove(key);
        refusedByBoth(file, node);
    }

    @ParameterizedTest
    @CsvSource({
        "edition.yaml, /in-force, from, '\"2026-13-01\"'",
        "edition.yaml, /in-force, to, '\"31.12.2026\"'",
        "edition.yaml, /rounding, mode, '\"HALFUP\"'",
        "edition.yaml, /rounding, places, '-1'",
        "edition.yaml, /applies-to, levels, '[\"COUNTIES\"]'",
        "edition.yaml, /dimensions/ecological, weight, '\"15\"'",
        "edition.yaml, /dimensions/ecological, weight, '-15'",
        "edition.yaml, /grades/0, code, '\"Excellent\"'",
        "edition.yaml, /grades/0, code, '\"NOT_GRADED\"'",
        "edition.yaml, /, version, '\"2026/1\"'",
        "edition.yaml, /, registers, '\"sanctions\"'",
        "edition.yaml, /round, publicity-days, '366'",
        "edition.yaml, /title, zh, '\" \"'",
        "parameters.yaml, /attainment.floor/values/0, value, '\"80 %\"'",
        "parameters.yaml, /attainment.floor/values/0, value, '\"2/0\"'",
        "parameters.yaml, /attainment.floor/values/0, from, '\"2026-1-1\"'",
        "parameters.yaml, /attainment.floor, values, '[]'",
        "indicators.yaml, /gdp-growth, direction, '\"HIGHER\"'",
        "indicators.yaml, /gdp-growth, required, '\"yes\"'",
        "indicators.yaml, /gdp-growth, scale, '2.5'",
        "ecological.cases.yaml, /0/expect, status, '\"DONE\"'",
        "ecological.cases.yaml, /0, expect, '{}'",
        "ecological.cases.yaml, /0/expect, total, '\"60\"'",
        "ecological.cases.yaml, /0/given/indicators/0, verified, '\"true\"'",
        "ecological.cases.yaml, /0/given/indicators/0, actual, '\"310 d\"'",
        "ecological.cases.yaml, /0, given, '{ \"indicator\": [] }'",
        "ecological.cases.yaml, /0, given, '{ \"incidents\": [ { \"family\": \"ecological\", \"severity\": \"BAD\", \"on\": \"2026-05-01\", \"verified\": true } ] }'"
    })
    void what_is_wrong_is_refused_by_schema_and_reader(String file, String pointer, String key, String value) {
        JsonNode node = whole(file);
        ((ObjectNode) node.at(pointer.equals("/") ? "" : pointer)).set(key, MAPPER.readTree(value));
        refusedByBoth(file, node);
    }

    @Test
    void schema_and_reader_know_the_same_keys_everywhere() {
        Set<String> compared = new TreeSet<>();
        for (String file : List.of("edition.yaml", "parameters.yaml", "indicators.yaml", "ecological.cases.yaml")) {
            JsonNode node = file.endsWith(".cases.yaml") ? everyFact() : whole(file);
            JsonNode schema = schemaNode(file);
            strange(node, schema, file, "", compared, node);
        }
        assertThat(compared).hasSizeGreaterThan(40);
    }

    /** Puts a strange key into each mapping in turn; the reader then tells which keys it knows there. */
    private void strange(
            JsonNode node, JsonNode schema, String file, String pointer, Set<String> compared, JsonNode whole) {
        if (node.isArray() && !node.isEmpty() && schema.has("items")) {
            strange(node.get(0), schema.get("items"), file, pointer + "/0", compared, whole);
        } else if (node instanceof ObjectNode object) {
            if (schema.has("properties")) {
                object.put(STRANGE, 1);
                Set<String> known = read(file, whole).stream()
                        .filter(problem -> problem.code().equals("document.unknown-key")
                                && problem.arguments().get(0).equals(STRANGE))
                        .map(problem -> problem.arguments().get(1))
                        .flatMap(keys -> Stream.of(keys.split(", ")))
                        .collect(Collectors.toCollection(TreeSet::new));
                object.remove(STRANGE);
                Set<String> completed = new TreeSet<>(schema.get("properties").propertyNames());
                completed.remove("practice");
                assertThat(known).as(file + pointer).isEqualTo(completed);
                assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
                compared.add(file + pointer);
            }
            for (String key : List.copyOf(object.propertyNames())) {
                JsonNode inner = schema.path("properties").path(key);
                JsonNode below = inner.isMissingNode() ? schema.path("additionalProperties") : inner;
                if (below.isObject()) {
                    strange(Objects.requireNonNull(object.get(key)), below, file, pointer + "/" + key, compared, whole);
                }
            }
        }
    }

    /** One case with one empty fact in every list. */
    private static JsonNode everyFact() {
        var cases = MAPPER.createArrayNode();
        ObjectNode one = cases.addObject().put("case", "All");
        ObjectNode given = one.putObject("given");
        given.putObject("cadre");
        given.putObject("appraisal");
        Vocabulary.lists().keySet().forEach(list -> given.putArray(list).addObject());
        one.putObject("expect").put("grade", "COMPETENT");
        return cases;
    }

    private static void refusedByBoth(String file, JsonNode node) {
        assertThat(schema(file).validate(node)).as("by the schema").isNotEmpty();
        assertThat(read(file, node)).as("by the reader").isNotEmpty();
    }

    /** What the readers tell of an edition with this file in place of its own; JSON is YAML. */
    private static List<Problem> read(String file, JsonNode node) {
        Map<String, byte[]> files = new TreeMap<>(FILES);
        files.put(file, MAPPER.writeValueAsBytes(node));
        Problems problems = new Problems();
        if (file.equals("survivors.yaml")) {
            cadre.engine.mutation.AcceptedSurvivor.read(
                    EditionSources.of(files, problems).orElseThrow(), problems);
            return problems.all();
        }
        EditionSources.of(files, problems)
                .ifPresent(sources -> EditionReader.read(sources, problems)
                        .ifPresent(edition -> CasesReader.read(sources, edition, problems)));
        return problems.all();
    }

    private static JsonNode whole(String file) {
        return node(datum(file, Objects.requireNonNull(FILES.get(file))));
    }

    private static Datum datum(String name, byte[] bytes) {
        Problems problems = new Problems();
        Datum datum = YamlDocument.read(name, bytes, problems);
        assertThat(problems.all()).isEmpty();
        return Objects.requireNonNull(datum);
    }

    private static JsonNode node(Datum datum) {
        if (datum instanceof Datum.Mapping mapping) {
            ObjectNode node = MAPPER.createObjectNode();
            mapping.entries().forEach((key, value) -> node.set(key, node(value)));
            return node;
        } else if (datum instanceof Datum.Sequence sequence) {
            var node = MAPPER.createArrayNode();
            sequence.items().forEach(item -> node.add(node(item)));
            return node;
        }
        Datum.Scalar scalar = (Datum.Scalar) datum;
        return switch (scalar.kind()) {
            case TEXT -> JsonNodeFactory.instance.stringNode(scalar.text());
            case NUMBER -> MAPPER.readTree(scalar.text());
            case BOOLEAN -> JsonNodeFactory.instance.booleanNode(scalar.text().equals("true"));
            case NOTHING -> JsonNodeFactory.instance.nullNode();
        };
    }

    private static String kind(String file) {
        return file.endsWith(".cases.yaml") ? "cases" : file.substring(0, file.length() - ".yaml".length());
    }

    private static JsonNode schemaNode(String file) {
        return MAPPER.readTree(
                RULES.resolve("schemas/" + kind(file) + ".schema.json").toFile());
    }

    private static Schema schema(String file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaNode(file));
    }
}
