package cadre.service;

import cadre.service.evaluation.EvaluationStored;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.event.EventListener;

/** Listens inside the transaction and objects to one cadre's evaluations being stored. */
@TestConfiguration(proxyBeanMethods = false)
public class Objection {
    public static final String CADRE = "C-OBJECTED";

    @EventListener
    void object(EvaluationStored stored) {
        if (stored.evaluation().record().cadre().equals(CADRE)) {
            throw new IllegalStateException("a listener objects");
        }
    }
}
