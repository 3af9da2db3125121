package cadre.engine.evaluation;

import cadre.engine.casefile.CaseFile;
import cadre.engine.inference.FiringLimits;
import cadre.engine.inference.RuleFailed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two evaluators of one edition that must come to the same outcome, byte for byte: Drools, and the reference.
 *
 * @param one gives the outcome
 * @param other is asked only to agree
 */
public record Agreement(Evaluator one, Evaluator other) {
    /**
     * The outcome that both come to.
     *
     * @throws OutcomeDisputed if they do not agree; the message says where they first differ
     * @throws RuleFailed if both fail
     */
    public Outcome evaluate(CaseFile caseFile, FiringLimits limits) {
        Attempt first = Attempt.of(one, caseFile, limits);
        Attempt second = Attempt.of(other, caseFile, limits);
        difference(first, second).ifPresent(difference -> {
            throw new OutcomeDisputed(difference);
        });
        return first.outcome();
    }

    /** Where the two first differ on a case, in words; nothing if they agree, be it in failing. */
    public Optional<String> difference(CaseFile caseFile, FiringLimits limits) {
        return difference(Attempt.of(one, caseFile, limits), Attempt.of(other, caseFile, limits));
    }

    /** Where two outcomes first differ, in words: a path through the JSON and the two values there. */
    public static Optional<String> difference(byte[] one, byte[] other) {
        if (java.util.Arrays.equals(one, other)) {
            return Optional.empty();
        }
        return Optional.of(Objects.requireNonNullElse(
                different("", JsonTree.read(one), JsonTree.read(other)), "only the spelling of the JSON differs"));
    }

    private static Optional<String> difference(Attempt one, Attempt other) {
        if (one.failed() != null || other.failed() != null) {
            return one.failed() != null && other.failed() != null
                    ? Optional.empty()
                    : Optional.of("one " + one.said() + ", the other " + other.said());
        }
        return difference(OutcomeJson.write(one.outcome()), OutcomeJson.write(other.outcome()));
    }

    private static @Nullable String different(String path, @Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> fields && other instanceof Map<?, ?> others) {
            Set<Object> keys = new LinkedHashSet<>(fields.keySet());
            keys.addAll(others.keySet());
            for (Object key : keys) {
                String found = different(path + "/" + key, fields.get(key), others.get(key));
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (one instanceof List<?> items && other instanceof List<?> others) {
            for (int i = 0; i < Math.max(items.size(), others.size()); i++) {
                Object item = i < items.size() ? items.get(i) : null;
                Object another = i < others.size() ? others.get(i) : null;
                String found = different(path + "/" + i, item, another);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        boolean same = Objects.equals(one, other);
        return same ? null : path + ": " + shown(one) + " against " + shown(other);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    private record Attempt(
            @Nullable Outcome result, @Nullable RuleFailed failed) {
        static Attempt of(Evaluator evaluator, CaseFile caseFile, FiringLimits limits) {
            try {
                return new Attempt(evaluator.evaluate(caseFile, limits), null);
            } catch (RuleFailed failed) {
                return new Attempt(null, failed);
            }
        }

        Outcome outcome() {
            if (result == null) {
                throw Objects.requireNonNull(failed);
            }
            return result;
        }

        String said() {
            return failed == null ? "gives an outcome" : "fails: " + failed.getMessage();
        }
    }
}
