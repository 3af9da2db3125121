package cadre.engine.rulebook;

import cadre.engine.facts.Fact;
import cadre.engine.facts.Stratum;
import cadre.engine.inference.Firing;
import cadre.engine.inference.Inference;
import cadre.engine.inference.RuleFailed;
import cadre.engine.rulebook.words.Always;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

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
        RuleFailed failed = new RuleFailed(edition, String.valueOf(e));
        failed.initCause(e);
        return failed;
    }

    @Override
    public void close() {
        session.dispose();
    }
}
