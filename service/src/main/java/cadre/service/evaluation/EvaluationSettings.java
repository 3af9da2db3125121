package cadre.service.evaluation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of evaluating.
 *
 * @param referenceSample share of evaluations that the reference evaluator repeats before they are stored, 0 to 1
 */
@ConfigurationProperties("cadre.evaluation")
record EvaluationSettings(@DefaultValue("0.01") double referenceSample) {
    EvaluationSettings {
        if (!(referenceSample >= 0 && referenceSample <= 1)) {
            throw new IllegalArgumentException("cadre.evaluation.reference-sample is a share, 0 to 1");
        }
    }
}
