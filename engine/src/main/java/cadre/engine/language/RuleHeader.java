package cadre.engine.language;

import cadre.engine.document.Place;
import cadre.engine.document.Problems;
import cadre.engine.facts.Stratum;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands between the word {@code rule} and the word {@code when}: name, annotations, agenda-group. */
record RuleHeader(String id, Notes notes, Stratum stratum) {
    /** In the order of the canonical text. */
    static final List<String> ANNOTATIONS = List.of("dimension", "title_zh", "basis", "at_most", "says", "says_zh");

    private static final Set<String> ATTRIBUTES = Set.of(
            "salience",
            "no",
            "enabled",
            "dialect",
            "duration",
            "timer",
            "calendars",
            "auto",
            "activation",
            "ruleflow",
            "lock",
            "date",
            "attributes",
            "unit",
            "import");

    static RuleHeader read(Tokens tokens, Token name, Problems found) throws Snag {
        Map<String, String> annotations = new HashMap<>();
        Optional<Stratum> stratum = Optional.empty();
        while (!tokens.isName("when") && !tokens.atWall()) {
            int mark = tokens.mark();
            try {
                if (tokens.isSign("@")) {
                    if (stratum.isPresent()) {
                        throw new Snag("language.annotation-late", tokens.place());
                    }
                    annotation(tokens, annotations);
                } else {
                    Place place = tokens.place();
                    Stratum read = group(tokens);
                    if (stratum.isPresent()) {
                        throw new Snag("language.repeated-group", place);
                    }
                    stratum = Optional.of(read);
                }
            } catch (Snag snag) {
                tokens.tell(snag);
                skip(tokens, mark);
            }
        }
        String id = name.text().strip().split(" ", 2)[0];
        String title = name.text().strip().substring(id.length()).strip();
        Notes notes = new Notes(
                title,
                annotations.getOrDefault("title_zh", ""),
                annotations.getOrDefault("basis", ""),
                annotations.get("dimension"),
                annotations.get("at_most"),
                annotations.getOrDefault("says", ""),
                annotations.getOrDefault("says_zh", ""));
        return new RuleHeader(id, notes, stratum.orElse(Stratum.ASSESS));
    }

    private static void annotation(Tokens tokens, Map<String, String> annotations) throws Snag {
        Place place = tokens.next().place();
        Token name = tokens.expect(Token.Kind.NAME, "@says( \"...\" )");
        if (!ANNOTATIONS.contains(name.text())) {
            throw new Snag("language.unknown-annotation", place, name.text(), Meant.by(name.text(), ANNOTATIONS));
        }
        boolean plain = tokens.isSign("(")
                && tokens.peek(1).kind() == Token.Kind.TEXT
                && tokens.peek(2).isSign(")");
        if (!plain) {
            throw new Snag("language.annotation-value", place, name.text());
        }
        tokens.next();
        Token value = tokens.next();
        tokens.next();
        if (annotations.putIfAbsent(name.text(), value.text()) != null) {
            throw new Snag("language.repeated-annotation", place, name.text());
        }
    }

    private static Stratum group(Tokens tokens) throws Snag {
        Token token = tokens.peek();
        boolean group = token.isName("agenda")
                && tokens.peek(1).isSign("-")
                && tokens.peek(2).isName("group");
        if (!group) {
            throw ATTRIBUTES.contains(token.text())
                    ? new Snag("language.attribute", token.place(), tokens.hyphenated())
                    : tokens.unexpected("when");
        }
        tokens.next();
        tokens.next();
        tokens.next();
        Token name = tokens.expect(Token.Kind.TEXT, "agenda-group \"assess\"");
        return Arrays.stream(Stratum.values())
                .filter(s -> s.group().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> new Snag(
                        "language.unknown-stratum",
                        name.place(),
                        name.text(),
                        Meant.by(
                                name.text(),
                                Arrays.stream(Stratum.values())
                                        .map(Stratum::group)
                                        .toList())));
    }

    private static void skip(Tokens tokens, int mark) {
        while (!tokens.atWall() && !tokens.isName("when")) {
            boolean begins = tokens.isSign("@") || tokens.peek().first();
            if (begins && tokens.mark() > mark) {
                return;
            }
            tokens.next();
        }
    }
}
