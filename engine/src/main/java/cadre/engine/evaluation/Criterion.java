package cadre.engine.evaluation;

import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.facts.CodeKind;
import cadre.engine.facts.FactType;
import cadre.engine.facts.Vocabulary;
import cadre.engine.language.Condition;
import cadre.engine.language.Notes;
import cadre.engine.language.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of every firing of one rule, worked out once.
 *
 * @param rank place of its id among the ids of its edition
 * @param parameters names of those it reads, its bound included, in the order of reading
 */
record Criterion(
        Rule rule,
        int rank,
        Titles title,
        Sentence says,
        Sentence saysZh,
        List<String> parameters,
        @Nullable String atMost) {

    static Criterion of(Rule rule, int rank, Edition edition) {
        Notes notes = rule.notes();
        Map<String, Wording.Codes> codes = codes(rule, edition);
        List<String> parameters = new ArrayList<>();
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Given given && !parameters.contains(given.parameter())) {
                parameters.add(given.parameter());
            }
        }
        if (notes.atMost() != null && !parameters.contains(notes.atMost())) {
            parameters.add(notes.atMost());
        }
        return new Criterion(
                rule,
                rank,
                new Titles(notes.title(), notes.titleZh()),
                new Sentence(notes.says(), Wording.ENGLISH, codes),
                new Sentence(notes.saysZh(), Wording.CHINESE, codes),
                List.copyOf(parameters),
                notes.atMost());
    }

    Titles says(Map<String, Object> bound) {
        return new Titles(says.with(bound), saysZh.with(bound));
    }

    private static Map<String, Wording.Codes> codes(Rule rule, Edition edition) {
        Map<String, Wording.Codes> codes = new HashMap<>();
        for (Condition condition : rule.when()) {
            if (condition instanceof Condition.Pattern pattern) {
                FactType type = Vocabulary.type(pattern.type()).orElseThrow();
                for (Condition.Term term : pattern.terms()) {
                    if (term instanceof Condition.Term.Binding binding) {
                        CodeKind kind = type.component(binding.component())
                                .orElseThrow()
                                .code();
                        Map<String, Titles> titles = titles(kind, edition);
                        if (!titles.isEmpty()) {
                            codes.put(binding.variable().substring(1), new Wording.Codes(titles));
                        }
                    }
                }
            }
        }
        return codes;
    }

    private static Map<String, Titles> titles(@Nullable CodeKind kind, Edition edition) {
        Map<String, Titles> titles = new HashMap<>();
        if (kind == CodeKind.INDICATOR) {
            edition.indicators().values().forEach(line -> titles.put(line.code(), line.title()));
        } else if (kind == CodeKind.DIMENSION) {
            edition.dimensions().forEach(line -> titles.put(line.code(), line.title()));
        } else if (kind == CodeKind.GRADE) {
            edition.grades().forEach(line -> titles.put(line.code(), line.title()));
            titles.put(Outcome.NOT_GRADED, Words.titles("grade.not-graded"));
        } else if (kind == CodeKind.REGISTER) {
            edition.registers().forEach(register -> titles.put(register, Words.register(register)));
        }
        return titles;
    }
}
