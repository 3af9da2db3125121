package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problem;
import cadre.engine.document.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the text of a rule file into the tree, or tells at which line and column, and why, it is not a rule file. What the
 * tree cannot hold is refused here; whether words are known and types fit is for {@link RuleChecker}.
 */
public final class RuleReader {
    private static final Comparator<Place> ORDER =
            Comparator.comparingInt(Place::line).thenComparingInt(Place::column);

    private RuleReader() {}

    /**
     * Reads on to the next term, condition, call or rule after each problem, so that all are told at once, in the order of
     * their places. Never throws, whatever the text; reads in time and memory linear in its length.
     *
     * @param file the file's name
     * @param text its text, without byte order mark
     * @param problems where problems are told
     * @return the rules in which no problem was found
     */
    public static RuleFile read(String file, String text, Problems problems) {
        Problems found = new Problems();
        Tokens tokens = new Tokens(Lexer.cut(file, text, found), found);
        List<Rule> rules = rules(tokens, text, found);
        if (tokens.full()) {
            found.add("language.too-many-problems", tokens.place(), Limits.PROBLEMS);
        }
        problems.addAll(found.all().stream()
                .sorted(Comparator.comparing(Problem::place, ORDER))
                .toList());
        return new RuleFile(file, rules);
    }

    private static List<Rule> rules(Tokens tokens, String text, Problems found) {
        List<Rule> rules = new ArrayList<>();
        readPackage(tokens);
        while (!tokens.ended()) {
            Token token = tokens.peek();
            if (!tokens.atRule()) {
                found.add(outside(tokens), token.place(), token.shown());
                skipToRule(tokens);
                continue;
            }
            if (rules.size() >= Limits.RULES) {
                found.add("language.too-many-rules", token.place(), Limits.RULES);
                return rules;
            }
            try {
                Rule rule = new RuleBodyReader(tokens, text, found).read();
                Place end = tokens.last().place();
                if (found.all().stream().noneMatch(p -> within(p.place(), rule.place(), end))) {
                    rules.add(rule);
                }
            } catch (Snag snag) {
                tokens.tell(snag);
                skipToRule(tokens);
            }
        }
        return rules;
    }

    private static boolean within(Place place, Place begin, Place end) {
        return ORDER.compare(begin, place) <= 0 && ORDER.compare(place, end) <= 0;
    }

    /** The package's name says nothing: an edition has one package of its own. */
    private static void readPackage(Tokens tokens) {
        if (tokens.isName("package") && tokens.peek(1).kind() == Token.Kind.NAME) {
            tokens.next();
            tokens.next();
            while (tokens.isSign(".") && tokens.peek(1).kind() == Token.Kind.NAME) {
                tokens.next();
                tokens.next();
            }
            tokens.acceptSign(";");
        }
    }

    private static String outside(Tokens tokens) {
        return switch (tokens.peek().text()) {
            case "import" -> "language.import";
            case "global" -> "language.global";
            case "function" -> "language.function";
            case "query" -> "language.query";
            case "declare" -> "language.declare";
            case "dialect" -> "language.dialect";
            default -> "language.text-outside-rule";
        };
    }

    private static void skipToRule(Tokens tokens) {
        while (!tokens.ended() && !tokens.atRule()) {
            tokens.next();
        }
    }

    /** Reads one rule. */
    private record RuleBodyReader(Tokens tokens, String text, Problems found) {

        Rule read() throws Snag {
            Token begin = tokens.next();
            if (tokens.peek().kind() != Token.Kind.TEXT) {
                throw new Snag(
                        "language.rule-name", tokens.place(), tokens.peek().shown());
            }
            Token name = tokens.next();
            if (tokens.isName("extends")) {
                throw new Snag("language.extends", tokens.place());
            }
            RuleHeader header = RuleHeader.read(tokens, name, found);
            tokens.expectName("when");
            int before = found.size();
            List<Condition> when = new ConditionReader(tokens).read();
            Place then = tokens.place();
            tokens.expectName("then");
            if (tokens.isSign("[")) {
                throw new Snag("language.named-consequence", tokens.place(), "then[ ]");
            }
            if (when.isEmpty() && found.size() == before) {
                found.add("language.no-condition", then);
            }
            before = found.size();
            List<Conclusion> conclusions = new ConclusionReader(tokens).read();
            if (conclusions.isEmpty() && found.size() == before) {
                found.add("language.no-conclusion", then);
            }
            Token end = tokens.expectName("end");
            return new Rule(
                    header.id(),
                    header.notes(),
                    header.stratum(),
                    when,
                    conclusions,
                    begin.place(),
                    text.substring(begin.begin(), end.end()));
        }
    }
}
