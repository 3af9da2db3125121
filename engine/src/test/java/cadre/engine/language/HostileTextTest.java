package cadre.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text, reading and checking end, with problems or with rules that mean what they say. */
class HostileTextTest {
    private static final RuleGenerator GENERATOR = new RuleGenerator(SampleNames.NAMES);
    private static final List<String> WORDS = List.of(
            "rule",
            "when",
            "then",
            "end",
            "not(",
            "exists(",
            "forall(",
            "accumulate(",
            "and",
            "or",
            "(",
            ")",
            ",",
            ";",
            ":",
            "$x",
            "==",
            "!",
            "&&",
            "||",
            "+",
            "-",
            "*",
            "/",
            "\"",
            "'",
            "@",
            "findings.",
            "Figures.",
            "0",
            "0.8",
            "null",
            "Parameter(",
            "from",
            "\\",
            "/*",
            "*/",
            "//",
            "agenda-group",
            "\u202E",
            "（",
            "\n",
            "\uD800",
            "{");

    /** A file of well-formed rules with some of its words swapped, dropped, repeated or replaced, or cut off. */
    @Provide
    Arbitrary<String> mutilated() {
        return Arbitraries.randomValue(random -> {
            String text = RuleText.of(GENERATOR.file(random, 1 + random.nextInt(3)));
            return switch (random.nextInt(3)) {
                case 0 -> text.substring(0, random.nextInt(text.length()));
                case 1 -> scattered(text, random);
                default -> shuffled(text, random);
            };
        });
    }

    private static String scattered(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(changed.length());
            if (random.nextBoolean()) {
                changed.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
            } else {
                changed.deleteCharAt(at);
            }
        }
        return changed.toString();
    }

    private static String shuffled(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\s)|(?=\\s)", -1)));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> Collections.swap(words, at, random.nextInt(words.size()));
                case 1 -> words.remove(at);
                case 2 -> words.add(at, words.get(random.nextInt(words.size())));
                default -> words.set(at, WORDS.get(random.nextInt(WORDS.size())));
            }
        }
        return String.join("", words);
    }

    @Provide
    Arbitrary<String> soup() {
        return Arbitraries.of(WORDS).list().ofMaxSize(60).map(words -> String.join(" ", words));
    }

    @Property(tries = 2000)
    void a_mutilated_file_gives_problems_or_a_clean_result(@ForAll("mutilated") String text) {
        survives(text);
    }

    @Property(tries = 1000)
    void a_soup_of_words_gives_problems_or_a_clean_result(@ForAll("soup") String text) {
        survives(text);
        survives("rule \"T-01 T\" when " + text);
        survives("rule \"T-01 T\" when Cadre( ) then " + text);
    }

    @Property(tries = 500)
    void any_text_gives_problems_or_a_clean_result(@ForAll String text) {
        survives(text);
    }

    /** What is accepted reads back as itself from its canonical text: nothing of the author's text was lost or reordered. */
    private static void survives(String text) {
        Problems problems = new Problems();
        RuleFile file = RuleReader.read("t.drl", text, problems);
        RuleChecker.check(List.of(file), SampleNames.NAMES, problems);
        int lines = 1 + (int) text.chars().filter(c -> c == '\n' || c == '\r').count();
        for (Problem problem : problems.all()) {
            assertThat(problem.place().line()).isBetween(1, lines);
            assertThat(problem.place().column()).isPositive();
            assertThat(problem.message(Locale.ENGLISH)).isNotBlank();
            assertThat(problem.remedy(Locale.CHINESE)).isNotBlank();
        }
        Problems none = new Problems();
        String canonical = RuleText.of(file);
        assertThat(RuleText.of(RuleReader.read("t.drl", canonical, none))).isEqualTo(canonical);
        assertThat(none.all()).isEmpty();
    }

    @Example
    void nothing_is_too_deep_or_too_long_to_be_refused() {
        int many = 100_000;
        refused(when("Indicator( " + "( ".repeat(many) + "actual > 0" + " )".repeat(many) + " )"));
        refused(when("Indicator( actual > " + "Figures.abs( ".repeat(many) + "0" + " )".repeat(many) + " )"));
        refused(when("Indicator( actual > 0" + " + actual".repeat(many) + " )"));
        refused(when("Indicator( actual > 0" + " * actual".repeat(many) + " )"));
        refused(when("Indicator( chief" + " && chief".repeat(many) + " )"));
        refused(when("Indicator( chief" + " || chief".repeat(many) + " )"));
        refused(when("Indicator( chief" + ", chief".repeat(many) + " )"));
        refused(when("Indicator( code in ( \"x\"" + ", \"x\"".repeat(many) + " ) )"));
        refused(when("Indicator( " + "!".repeat(many) + "chief )"));
        refused(when("not( ".repeat(many) + "Cadre( )" + " )".repeat(many)));
        refused(when("not( Cadre( )" + " and Cadre( )".repeat(many) + " )"));
        refused(when("forall( Cadre( )" + " Cadre( )".repeat(many) + " )"));
        refused(when("Cadre( ) ".repeat(many)));
        refused(when("accumulate( Ballot( $b : ballots ); $n : sum( $b )" + ", $n : sum( $b )".repeat(many) + " )"));
        refused(when("accumulate( Ballot( $b : ballots ); $n : sum( $b ); $n > 0" + ", $n > 0".repeat(many) + " )"));
        refused(then("findings.flag( );".repeat(many)));
        refused(then("findings.award( 1" + ", 1".repeat(many) + " );"));
        refused(then("findings.award( $x" + ".abs( )".repeat(many) + " );"));
        refused(then("findings.award( $x" + ".add( $x".repeat(many) + " )".repeat(many) + " );"));
        refused(Marked.rule("@basis(\"x\") ".repeat(many), "Cadre( )", "findings.flag( );"));
        refused(Marked.rule("\"" + "x".repeat(many) + "\"", "Cadre( )", "findings.flag( );"));
        refused(when("Indicator( " + "code == \"x\", ".repeat(40) + "actual > $nobody )")
                .repeat(1_000));
        refused("x".repeat(many));
        refused("$" + "x".repeat(many));
        refused("9".repeat(many));
        refused("\\".repeat(many));
        refused("// " + "\\".repeat(many));
        refused("（".repeat(many));
        refused("a-".repeat(many));
        refused("rule \"T-01 x\" " + "a-".repeat(many));
        refused("rule ".repeat(many));
        refused("rule \"x\" ".repeat(many));
        refused("package " + "a.".repeat(many));
        refused("/* ".repeat(many));
        refused("\"\n".repeat(many));
        refused("rule \"T-01 x\" when Cadre( ) then findings.flag( ); end\n".repeat(3_000));
    }

    private static String when(String when) {
        return Marked.rule(when, "findings.flag( );");
    }

    private static String then(String then) {
        return Marked.rule("Indicator( $x : actual )", then);
    }

    private static void refused(String text) {
        Problems problems = new Problems();
        RuleFile file = RuleReader.read("t.drl", text, problems);
        RuleChecker.check(List.of(file), SampleNames.NAMES, problems);
        assertThat(problems.all()).isNotEmpty();
        assertThat(problems.all().get(0).message(Locale.ENGLISH).length()).isLessThan(2_000);
    }
}
