package cadre.engine.language;

import java.util.List;

/** One rule file, read. */
public record RuleFile(String name, List<Rule> rules) {
    public RuleFile {
        rules = List.copyOf(rules);
    }
}
