package cadre.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionReader;
import cadre.engine.language.RuleFile;
import cadre.engine.language.RuleText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How people write without meaning anything else by it: accepted, and read as the same rules. */
class HarmlessVariantsTest {
    private static final String RULES = "ecological.drl";
    private static final String INDICATOR =
            "Indicator( code == \"air-quality-days\", $actual : actual, Figures.attainment( actual, target ) >= $floor )";

    static Stream<Arguments> spellings() {
        return Stream.of(
                change(
                        "no blanks inside parentheses",
                        INDICATOR,
                        INDICATOR.replace("( ", "(").replace(" )", ")")),
                change("many blanks", INDICATOR, INDICATOR.replace(" ", "   ")),
                change("tabs", "    Parameter", "\tParameter"),
                change("a blank before the parenthesis", "Indicator( code", "Indicator ( code"),
                change("no blanks around an operator", "code == \"air", "code==\"air"),
                change("no blanks around a colon", "$actual : actual", "$actual:actual"),
                change(
                        "a pattern over several lines",
                        ", $actual : actual, ",
                        ",\n        $actual : actual,\n        "),
                change("several conditions on one line", ")\n    Parameter", ") Parameter"),
                change("empty lines between conditions", ")\n    Indicator", ")\n\n\n    Indicator"),
                change(
                        "the rule on one line",
                        "when\n    Parameter( name == \"incident",
                        "when Parameter( name == \"incident"),
                change("then and its call on one line", "then\n    findings.award", "then findings.award"),
                change("end on the line of the call", "$points );\nend", "$points ); end"),
                change("blanks at the end of a line", "then\n", "then   \n"),
                change("a line comment", "when\n", "when // what is asked\n"),
                change("a comment in Chinese with its signs", "when\n", "when // 条件（全角，“引号”）\n"),
                change("a block comment", "when\n", "when /* what\n is asked */\n"),
                change("a comment inside a pattern", "$actual : actual,", "$actual : actual /* days */,"),
                change("a rule commented out", "rule \"E-03", "/* rule \"E-02 Old\" when then end */\nrule \"E-03"),
                change("a comment with a number", "when\n", "when // 0.8 is in parameters.yaml\n"),
                change(
                        "a comment after the last rule",
                        "findings.deduct( $points );\nend",
                        "findings.deduct( $points );\nend\n// the end"),
                change("an apostrophe in a comment", "when\n", "when // last year's\n"),
                change("a package", "rule \"E-01", "package rules.ecological;\n\nrule \"E-01"),
                change("a package without semicolon", "rule \"E-01", "package rules\n\nrule \"E-01"),
                change(
                        "the default group named",
                        "when\n    Parameter( name == \"quality.floor",
                        "    agenda-group \"assess\"\nwhen\n    Parameter( name == \"quality.floor"),
                change(
                        "annotations in another order",
                        "    @dimension(\"ecological\")\n    @title_zh(\"空气是否优良？\")",
                        "    @title_zh(\"空气是否优良？\")\n    @dimension(\"ecological\")"),
                change(
                        "annotations on one line",
                        "    @basis(\"practice\")\n    @says(\"{$actual}",
                        "    @basis(\"practice\") @says(\"{$actual}"),
                change("blanks in an annotation", "@basis(\"practice\")", "@basis( \"practice\" )"),
                change("extra parentheses", "code == \"air-quality-days\"", "( code == \"air-quality-days\" )"),
                change("a literal on the left", "family == \"ecological\"", "\"ecological\" == family")
                        .reads(false),
                change("the call without blanks", "findings.award( $points );", "findings.award($points);"),
                change("a blank before the semicolon", "findings.award( $points );", "findings.award( $points ) ;"),
                change("a binding with its comparison", "$actual : actual, Figures", "$actual : actual > 0, Figures")
                        .reads(false),
                change(
                                "two tests joined by &&",
                                "code == \"air-quality-days\", ",
                                "code == \"air-quality-days\" && actual > 0, ")
                        .reads(false),
                change(
                                "the order of terms",
                                "code == \"air-quality-days\", $actual : actual",
                                "$actual : actual, code == \"air-quality-days\"")
                        .reads(false),
                change(
                                "the order of conditions",
                                "    Parameter( name == \"quality.floor\", $floor : value )\n    Parameter( name == \"quality.points\", $points : value )",
                                "    Parameter( name == \"quality.points\", $points : value )\n    Parameter( name == \"quality.floor\", $floor : value )")
                        .reads(false),
                change("empty parentheses of a pattern", "    Incident( family", "    Cadre( )\n    Incident( family")
                        .reads(false),
                change("Windows line ends", "\n", "\r\n").everywhere(),
                change("old Macintosh line ends", "\n", "\r").everywhere(),
                change("a byte order mark", "rule \"E-01", "\uFEFFrule \"E-01"),
                change(
                        "empty lines at the end",
                        "findings.deduct( $points );\nend\n",
                        "findings.deduct( $points );\nend\n\n\n"),
                change(
                        "no line end at the end",
                        "findings.deduct( $points );\nend\n",
                        "findings.deduct( $points );\nend"),
                new Variant("edition.yaml", "quotes around a title", "en: Commend", "en: \"Commend\"", true, false)
                        .arguments(),
                new Variant(
                                "edition.yaml",
                                "a comment",
                                "registers:",
                                "# asked before any result\nregisters:",
                                true,
                                false)
                        .arguments(),
                new Variant("edition.yaml", "Windows line ends", "\n", "\r\n", true, true).arguments(),
                new Variant("edition.yaml", "a byte order mark", "edition:", "\uFEFFedition:", true, false).arguments(),
                new Variant("parameters.yaml", "no last digit", "0.80", "0.8", true, false).arguments(),
                new Variant(
                                "parameters.yaml",
                                "a value in block style",
                                "[ { from: 2026-01-01, value: 8, reference: practice } ]",
                                "\n    - from: 2026-01-01\n      value: 8\n      reference: practice",
                                true,
                                false)
                        .arguments(),
                new Variant(
                                "parameters.yaml",
                                "a comma in a reference",
                                "value: 5, reference: practice",
                                "value: 5, reference: 考核办法 (2016), practice",
                                true,
                                false)
                        .arguments(),
                new Variant(
                                "parameters.yaml",
                                "a second value for later",
                                "value: 5, reference: practice }",
                                "value: 5, reference: practice }, { from: 2027-01-01, value: 6, reference: practice }",
                                true,
                                false)
                        .arguments(),
                new Variant(
                                "indicators.yaml",
                                "empty lines and comments",
                                "air-quality-days:",
                                "# air\n\nair-quality-days:",
                                true,
                                false)
                        .arguments(),
                new Variant(
                                "ecological.cases.yaml",
                                "quotes around a name",
                                "case: Four fifths of the target earn points",
                                "case: \"Four fifths: enough\"",
                                true,
                                false)
                        .arguments(),
                new Variant(
                                "ecological.cases.yaml",
                                "a decimal with more digits",
                                "ecological: 68",
                                "ecological: 68.00",
                                true,
                                false)
                        .arguments());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void accepts(Variant variant) {
        Desk desk = new Desk();
        if (variant.everywhere()) {
            desk.put(variant.file(), desk.text(variant.file()).replace(variant.from(), variant.to()));
        } else {
            desk.change(variant.file(), variant.from(), variant.to());
        }
        assertThat(desk.read().problems()).isEmpty();
        if (variant.same()) {
            assertThat(rules(desk)).isEqualTo(rules(new Desk()));
        }
    }

    @Test
    void there_are_more_than_forty_and_the_edition_they_start_from_is_clean() {
        assertThat(spellings()).hasSizeGreaterThan(40);
        assertThat(new Desk().check().problems()).isEmpty();
    }

    private static String rules(Desk desk) {
        Problems problems = new Problems();
        Edition edition = EditionReader.read(desk.sources(), problems).orElseThrow();
        List<RuleFile> files = edition.files();
        return files.stream().map(RuleText::of).collect(Collectors.joining());
    }

    private static Change change(String name, String from, String to) {
        return new Change(new Variant(RULES, name, from, to, true, false));
    }

    /** @param same whether the rules read must be the same, word for word */
    record Variant(String file, String name, String from, String to, boolean same, boolean everywhere) {
        Arguments arguments() {
            return Arguments.of(this);
        }

        @Override
        public String toString() {
            return file + ": " + name;
        }
    }

    private record Change(Variant of) implements Arguments {
        Change reads(boolean same) {
            return new Change(new Variant(of.file(), of.name(), of.from(), of.to(), same, of.everywhere()));
        }

        Change everywhere() {
            return new Change(new Variant(of.file(), of.name(), of.from(), of.to(), of.same(), true));
        }

        @Override
        public Object[] get() {
            return new Object[] {of};
        }
    }
}
