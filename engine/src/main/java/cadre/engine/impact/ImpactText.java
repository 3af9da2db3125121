package cadre.engine.impact;

import cadre.engine.impact.Impact.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A report for people who make policy. What the stored facts cannot answer comes first, since a matrix over the rest
 * would mislead whoever does not know how large the rest is.
 */
public final class ImpactText {
    static final List<Integer> QUANTILES = List.of(5, 25, 50, 75, 95);

    /** Lines of a list that a reader takes in; the JSON has all. */
    private static final int MOST = 12;

    private final Impact impact;
    private final Speech speech;
    private final StringBuilder text = new StringBuilder();

    private ImpactText(Impact impact, Locale language) {
        this.impact = impact;
        this.speech = new Speech(language, impact.names);
    }

    /** The report in this language, in lines. */
    public static String render(Impact impact, Locale language) {
        return new ImpactText(impact, language).render();
    }

    private String render() {
        head();
        unanswered();
        if (impact.all.evaluated() > 0) {
            moves();
            table();
            shifts();
            causes();
            groups("units", impact.units);
            groups("levels", impact.levels);
            groups("posts", impact.posts);
            movers();
        }
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void section(String key) {
        line("");
        line(speech.say(key));
    }

    private String count(long cases) {
        String number = speech.number(cases);
        return " ".repeat(Math.max(0, 8 - number.length())) + number + "  ";
    }

    private void head() {
        Impact.Side candidate = impact.candidate;
        line(speech.say("title", candidate.edition(), candidate.version(), speech.number(impact.all.cases)));
        impact.decidedBy.forEach(
                (side, cases) -> line(count(cases) + speech.say("decided-by", side.edition(), side.version())));
    }

    private void unanswered() {
        Group all = impact.all;
        if (all.refused + all.failed == 0) {
            line(speech.say("all-answered", speech.number(all.evaluated())));
        } else {
            line(speech.say(
                    "unanswered",
                    speech.number(all.refused + all.failed),
                    speech.number(all.cases),
                    speech.number(all.evaluated())));
        }
        impact.refusals.counts().entrySet().stream()
                .sorted(Map.Entry.<Impact.Refusal, Long>comparingByValue().reversed())
                .limit(MOST)
                .forEach(entry -> line(count(entry.getValue()) + refusal(entry.getKey())));
        impact.failures.forEach((criterion, cases) -> line(count(cases) + speech.say("failed", criterion)));
        impact.missingCandidate.forEach((what, cases) -> {
            long before = impact.missingDecided.getOrDefault(what, 0L);
            if (cases > before) {
                line(count(cases) + speech.say("lacking", speech.missing(what), speech.number(before)));
            }
        });
        if (impact.outsideInForce > 0) {
            line(count(impact.outsideInForce) + speech.say("outside"));
        }
    }

    private String refusal(Impact.Refusal refusal) {
        String list = refusal.list().isEmpty() ? "" : refusal.list().substring(1);
        String key = switch (refusal.code()) {
            case "document.unknown-word", "document.misspelt-word" -> "refused.unknown";
            case "casefile.wrong-unit" -> "refused.unit";
            case "casefile.no-edition" -> "refused.scope";
            default -> "refused";
        };
        return speech.say(key, refusal.code(), list, refusal.word());
    }

    private void moves() {
        Group all = impact.all;
        line("");
        line(speech.say(
                "headline",
                speech.number(all.otherGrade()),
                speech.number(all.evaluated()),
                speech.number(all.grades(Mover.Way.UP)),
                speech.number(all.grades(Mover.Way.DOWN)),
                speech.number(all.grades(Mover.Way.ASIDE))));
        if (all.heldGained + all.heldLost > 0) {
            line(speech.say("holds", speech.number(all.heldGained), speech.number(all.heldLost)));
        }
        impact.moves.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Move, Map<Cause, Long>> entry) -> -sum(entry.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> move(entry.getKey(), entry.getValue()));
    }

    private static long sum(Map<Cause, Long> reasons) {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }

    private void move(Move move, Map<Cause, Long> reasons) {
        String what = switch (move.kind()) {
            case GRADE -> speech.say("move.GRADE", speech.grade(move.from()), speech.grade(move.to()));
            case BAND -> speech.say("move.BAND", speech.grade(move.from()), speech.grade(move.to()));
            case HOLD -> speech.say("move." + move.to());
        };
        line(count(sum(reasons)) + what);
        reasons.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Cause, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(entry -> line("      " + count(entry.getValue()) + speech.cause(entry.getKey())));
        if (reasons.size() > MOST) {
            line("      " + " ".repeat(10) + speech.say("more", speech.number(reasons.size() - MOST)));
        }
    }

    private void table() {
        section("matrix");
        List<Standing> rows = impact.all.standings.keySet().stream()
                .map(Pair::decided)
                .distinct()
                .toList();
        List<Standing> columns = impact.all.standings.keySet().stream()
                .map(Pair::candidate)
                .distinct()
                .sorted()
                .toList();
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(speech.say("matrix.corner")));
        columns.forEach(column -> head.add(speech.standing(column)));
        cells.add(head);
        for (Standing row : rows) {
            List<String> line = new ArrayList<>(List.of(speech.standing(row)));
            columns.forEach(
                    column -> line.add(speech.number(impact.all.standings.getOrDefault(new Pair<>(row, column), 0L))));
            cells.add(line);
        }
        for (List<String> row : cells) {
            StringBuilder line = new StringBuilder("  ");
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = cells.stream()
                        .mapToInt(each -> width(each.get(column)))
                        .max()
                        .orElse(0);
                String blank = " ".repeat(width - width(row.get(i)));
                line.append(i == 0 ? row.get(i) + blank : "  " + blank + row.get(i));
            }
            line(line.toString().stripTrailing());
        }
    }

    /** Columns on a terminal: a Chinese character takes two. */
    private static int width(String cell) {
        return cell.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }

    private void shifts() {
        Shifts shifts = impact.shifts;
        section("shifts");
        line("  "
                + speech.say(
                        "shifts.figures",
                        Speech.signed(shifts.mean()),
                        Speech.signed(java.util.Objects.requireNonNullElse(shifts.least(), BigDecimal.ZERO)),
                        Speech.signed(java.util.Objects.requireNonNullElse(shifts.greatest(), BigDecimal.ZERO))));
        if (shifts.values().isPresent()) {
            line("  "
                    + speech.say("shifts.quantiles")
                    + QUANTILES.stream()
                            .map(percent -> percent + "% "
                                    + Speech.signed(shifts.quantile(percent).orElse(BigDecimal.ZERO)))
                            .collect(Collectors.joining(", ")));
        }
        List<Long> classes = shifts.classes();
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i) > 0) {
                line(count(classes.get(i)) + speech.say("class." + i));
            }
        }
    }

    private void causes() {
        if (impact.causes.isEmpty()) {
            return;
        }
        section("causes");
        impact.causes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Cause, Weight> entry) ->
                                entry.getValue().points().abs().negate())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(entry -> line("  "
                        + speech.say(
                                "causes.line",
                                speech.cause(entry.getKey()),
                                speech.number(entry.getValue().up()),
                                speech.number(entry.getValue().down()),
                                Speech.signed(entry.getValue().points()))));
        if (impact.causes.size() > MOST) {
            line("  " + speech.say("more", speech.number(impact.causes.size() - MOST)));
        }
    }

    private void groups(String key, Groups groups) {
        section(key);
        groups.groups().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Group> entry) -> -entry.getValue().movers)
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .forEach(entry -> group(entry.getKey(), entry.getValue()));
        if (groups.groups().size() > MOST) {
            line("  " + speech.say("more", speech.number(groups.groups().size() - MOST)));
        }
        if (groups.others(impact.all.cases) > 0) {
            line("  " + speech.say("others", speech.number(groups.others(impact.all.cases))));
        }
    }

    private void group(String code, Group group) {
        line("  "
                + speech.say(
                        "group",
                        speech.level(code),
                        speech.number(group.cases),
                        speech.number(group.grades(Mover.Way.UP)),
                        speech.number(group.grades(Mover.Way.DOWN)),
                        speech.number(group.grades(Mover.Way.ASIDE)),
                        speech.number(group.heldGained),
                        speech.number(group.refused + group.failed)));
    }

    private void movers() {
        if (impact.movers.isEmpty()) {
            return;
        }
        section("movers");
        impact.movers.stream().limit(MOST).forEach(mover -> {
            line("  "
                    + speech.say(
                            "mover",
                            mover.person().cadre(),
                            mover.person().unit(),
                            speech.standing(mover.decided()),
                            speech.standing(mover.candidate()),
                            Revision.plain(mover.totalDecided()),
                            Revision.plain(mover.totalCandidate())));
            mover.because().stream().limit(3).forEach(cause -> line("      " + speech.cause(cause)));
        });
        if (impact.all.movers > MOST) {
            line("  " + speech.say("more", speech.number(impact.all.movers - MOST)));
        }
    }
}
