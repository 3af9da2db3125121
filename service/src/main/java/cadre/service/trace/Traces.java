package cadre.service.trace;

import cadre.service.access.Reach;
import cadre.service.problem.Rejected;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/** All that is recorded of who did what. */
@Service
public class Traces implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(Traces.class);

    private final TraceStore store;
    private final TraceSettings settings;
    private final Repetitions repetitions = new Repetitions();
    private final Window window;

    Traces(TraceStore store, TraceSettings settings) {
        this.store = store;
        this.settings = settings;
        this.window = new Window(settings.window(), this::endWindow);
    }

    /** A result that somebody got to see. */
    public record Subject(String cadre, UUID evaluation) {}

    /**
     * To be called before results are looked for.
     *
     * @throws Rejected if it must be said why, and is not; who reaches nothing but their own results need not
     */
    public void ask(Visit visit) {
        Reach reach = visit.caller().reach();
        boolean onlyOwn = !reach.readsAll() && reach.within().given().isEmpty();
        if (settings.whyAsked() && visit.why() == null && !onlyOwn) {
            throw Rejected.because(400, "why-asked").at("why");
        }
    }

    /** Records that somebody gets to see results, durably: to be called before they do. */
    public void reading(Kind kind, Visit visit, Collection<Subject> results) {
        store.add(results.stream()
                .map(result -> Trace.reading(kind, visit, result.cadre(), result.evaluation()))
                .toList());
    }

    /**
     * Records that somebody asked for what they may not have, or what is not there, which is the same to them.
     *
     * @param code of the problem they are told
     * @param what they asked for
     */
    public void denied(Visit visit, String code, String what) {
        denied(Trace.of(Kind.DENIED, visit.caller().person(), code + " " + what, visit.address()), code);
    }

    void denied(Trace trace, String same) {
        refused(trace.kind(), trace.person(), trace.address(), same, () -> trace);
    }

    /** A refusal stays a refusal if it cannot be recorded. */
    void refused(Kind kind, @Nullable String person, String address, String same, Supplier<Trace> told) {
        try {
            repeated(kind, person, address, same, told);
        } catch (DataAccessException | TransactionException failed) {
            log.error("A refusal could not be recorded: {}", failed.getClass().getName());
        }
    }

    /** Records it if it is the first of its like in the window, and counts it if not. */
    void repeated(Kind kind, @Nullable String person, String address, String same, Supplier<Trace> told) {
        repetitions.first(kind, person, address, same, told).ifPresent(this::add);
    }

    void add(Trace trace) {
        store.add(List.of(trace));
    }

    public List<Trace> search(TraceSearch search) {
        return store.search(search);
    }

    private void endWindow() {
        try {
            store.add(repetitions.end());
        } catch (DataAccessException | TransactionException failed) {
            log.error(
                    "Repeated requests could not be recorded: {}",
                    failed.getClass().getName());
        }
    }

    @Override
    public void destroy() {
        window.close();
        endWindow();
    }
}
