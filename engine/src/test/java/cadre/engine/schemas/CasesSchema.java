package cadre.engine.schemas;

import cadre.engine.facts.FactType;
import cadre.engine.facts.FactType.Component;
import cadre.engine.facts.Terms;
import cadre.engine.facts.Vocabulary;
import java.util.Arrays;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schema of cases, worked out from the vocabulary: a fact type more, and editors complete it. */
final class CasesSchema {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DAY = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    private CasesSchema() {}

    static String text() {
        ObjectNode schema = MAPPER.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:cadre:schema:cases")
                .put("title", "Cases that prove the criteria / 验证案例")
                .put("type", "array");
        ObjectNode one = object("A case / 案例");
        properties(one).set("case", text("Its name, unique in the edition: what it shows / 名称，在本版中唯一，说明验证的内容"));
        properties(one).set("given", given());
        properties(one).set("expect", expect());
        required(one, "case", "given", "expect");
        schema.set("items", one);
        return MAPPER.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                        .replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode given() {
        ObjectNode given =
                object("What is given; cadre, appraisal and registers have defaults" + " / 给定的事实；干部、考核期和登记有默认值");
        properties(given).set("cadre", components(type("Cadre"), false));
        properties(given).set("appraisal", components(type("Appraisal"), false));
        Vocabulary.lists().forEach((name, type) -> {
            ObjectNode fact = components(type, true);
            if (!name.equals("consulted")) {
                properties(fact)
                        .set(
                                "verified",
                                MAPPER.createObjectNode()
                                        .put("title", "Whether it is verified / 是否核实")
                                        .put("type", "boolean"));
                properties(fact).set("source", text("Where it comes from / 来源"));
                properties(fact).set("evidence", text("What proves it / 证明材料"));
                required(fact, "verified");
            }
            ObjectNode list =
                    MAPPER.createObjectNode().put("title", titles(type)).put("type", "array");
            list.put("maxItems", 200).set("items", fact);
            properties(given).set(name, list);
        });
        return given;
    }

    private static FactType type(String name) {
        return Vocabulary.type(name).orElseThrow();
    }

    private static String titles(FactType type) {
        return Terms.of(type, Locale.ENGLISH) + " / " + Terms.of(type, Locale.CHINESE);
    }

    private static ObjectNode components(FactType type, boolean whole) {
        ObjectNode fact = object(titles(type));
        for (Component component : type.components()) {
            properties(fact).set(component.name(), value(type, component));
            if (whole && !component.nullable() && !component.name().equals("id")) {
                required(fact, component.name());
            }
        }
        return fact;
    }

    private static ObjectNode value(FactType type, Component component) {
        ObjectNode value = MAPPER.createObjectNode();
        value.put(
                "title", Terms.of(type, component, Locale.ENGLISH) + " / " + Terms.of(type, component, Locale.CHINESE));
        switch (component.type().kind()) {
            case DECIMAL -> {
                value.put("type", component.count() ? "integer" : "number");
                if (component.count()) {
                    value.put("minimum", 0);
                }
            }
            case DATE -> value.put("type", "string").put("pattern", DAY);
            case BOOLEAN -> value.put("type", "boolean");
            case TEXT -> value.put("type", "string").put("pattern", "\\S");
            case CONSTANT -> {
                var options = value.putArray("enum");
                Arrays.stream(java.util.Objects.requireNonNull(component.type().enumeration())
                                .getEnumConstants())
                        .forEach(constant -> options.add(((Enum<?>) constant).name()));
            }
            case FRACTION, TEXTS -> throw new IllegalArgumentException(component.name());
        }
        return value;
    }

    private static ObjectNode expect() {
        ObjectNode expect = object("What must come of it; what is not named is free / 必须得出的结果；未写的不作要求");
        expect.put("minProperties", 1);
        ids(expect, "fires", "Criteria that must apply / 必须适用的标准");
        ids(expect, "does-not-fire", "Criteria that must not / 必须不适用的标准");
        ObjectNode scores = MAPPER.createObjectNode()
                .put("title", "Scores by dimension / 各维度得分")
                .put("type", "object");
        scores.set("additionalProperties", MAPPER.createObjectNode().put("type", "number"));
        properties(expect).set("dimensions", scores);
        properties(expect)
                .set(
                        "total",
                        MAPPER.createObjectNode().put("title", "Total / 总分").put("type", "number"));
        properties(expect).set("band", text("Grade by the total alone / 仅按总分的等次"));
        properties(expect).set("grade", text("Grade, or NOT_GRADED / 等次，或 NOT_GRADED"));
        ObjectNode status = MAPPER.createObjectNode().put("title", "Status / 状态");
        status.putArray("enum").add("PROPOSED").add("HELD");
        properties(expect).set("status", status);
        ids(expect, "holds", "Exactly these hold the result / 恰好由这些使结果暂缓");
        ids(expect, "flags", "Exactly these criteria flag something / 恰好由这些标准提请关注");
        ids(expect, "recommendations", "Exactly these actions are recommended / 恰好建议这些措施");
        return expect;
    }

    private static void ids(ObjectNode schema, String name, String title) {
        ObjectNode list = MAPPER.createObjectNode().put("title", title).put("type", "array");
        list.set("items", MAPPER.createObjectNode().put("type", "string"));
        properties(schema).set(name, list);
    }

    private static ObjectNode text(String title) {
        return MAPPER.createObjectNode()
                .put("title", title)
                .put("type", "string")
                .put("pattern", "\\S");
    }

    private static ObjectNode object(String title) {
        ObjectNode node = MAPPER.createObjectNode().put("title", title).put("type", "object");
        node.putObject("properties");
        node.put("additionalProperties", false);
        return node;
    }

    private static ObjectNode properties(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static void required(ObjectNode schema, String... names) {
        var required = schema.withArray("required");
        Arrays.stream(names).forEach(required::add);
    }
}
