package cadre.engine.inference;

import cadre.engine.facts.Finding;
import cadre.engine.language.Rule;
import java.util.List;
import java.util.Map;

/**
 * One rule that fired on one combination of facts.
 *
 * @param rule the rule
 * @param facts ids of the facts matched by its open patterns, in the order of its conditions, then those counted by its
 *     accumulates, sorted, each once; parameters, the cadre and the appraisal are not listed
 * @param bound its variables without dollar sign, with their values, in the order of binding; empty if not recorded
 * @param findings what it concluded, in the order of its calls
 */
public record Firing(Rule rule, List<String> facts, Map<String, Object> bound, List<Finding> findings) {}
