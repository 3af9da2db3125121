package cadre.engine.rulebook;

import cadre.engine.facts.Fact;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.Inference;
import cadre.engine.inference.RuleFailed;
import cadre.engine.language.Rule;
import cadre.engine.rulebook.words.Always;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.modelcompiler.constraints.ConstraintEvaluationException;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.ConsequenceException;

/** One run in a session of its own. */
final class DroolsInference implements Inference {
    private final KieSession session;
    private final Recording recording;
    private final String edition;

    DroolsInference(KieBase base, Recording recording, String edition) {
        this.session = base.newKieSession();
        this.recording = recording;
        this.edition = edition;
        session.setGlobal("findings", recording);
        session.insert(Always.FACT);
    }

    @Override
    public void insert(Fact fact) {
        session.insert(fact);
    }

    @Override
    public List<Firing> fire(Stratum stratum) {
        session.getAgenda().getAgendaGroup(stratum.group()).setFocus();
        try {
            session.fireAllRules();
        } catch (RuntimeException e) {
            throw failure(e);
        }
        return recording.take();
    }

    private RuntimeException failure(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleFailed failed) {
                return failed;
            }
        }
        RuleFailed failed = new RuleFailed(criterion(e), "inference.cannot-count", deepest(e));
        failed.initCause(e);
        return failed;
    }

    /** The rule whose consequence failed, or the first of those that have the condition that failed. */
    private String criterion(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConsequenceException consequence && consequence.getRule() != null) {
                return consequence.getRule().getName();
            }
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof ConstraintEvaluationException) {
                return recording.rules().stream()
                        .map(Rule::id)
                        .filter(id -> Pattern.compile("(?<![\\w-])" + Pattern.quote(id) + "(?![\\w-])")
                                .matcher(message)
                                .find())
                        .findFirst()
                        .orElse(edition);
            }
        }
        return edition;
    }

    private static String deepest(Throwable e) {
        Throwable deepest = e;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }

    @Override
    public void close() {
        session.dispose();
    }
}
