package cadre.engine.impact;

import cadre.engine.edition.Edition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Compares what was decided, by whatever editions, with what one candidate makes of it. For any number of threads. */
public final class Study {
    private final Trial trial;
    private final Function<String, Optional<Edition>> editions;
    private final Limits limits;
    private final Map<String, Optional<Revision>> revisions = new ConcurrentHashMap<>();

    /**
     * @param editions the edition of a release digest, if it is at hand
     */
    public Study(Trial trial, Function<String, Optional<Edition>> editions, Limits limits) {
        this.trial = trial;
        this.editions = editions;
        this.limits = limits;
    }

    /** A report of no case. */
    public Impact none() {
        Edition edition = trial.edition();
        return new Impact(new Impact.Side(edition.code(), edition.version(), edition.digest()), limits);
    }

    /** Whether cases that this release decided can be compared. */
    public boolean knows(String digest) {
        return revision(digest).isPresent();
    }

    /**
     * Adds a case to a report.
     *
     * @return whom it affects, if his or her grade, band or hold would be another one
     * @throws IllegalArgumentException if the edition that decided is not at hand
     */
    public Optional<Mover> add(Tried tried, Impact to) {
        String digest = tried.decided().release().digest();
        Revision revision = revision(digest)
                .orElseThrow(() -> new IllegalArgumentException("no edition is at hand of release " + digest));
        Compared compared = Compared.of(tried, revision, trial);
        boolean outside = !trial.day(tried.decided().appraisal().to())
                .equals(tried.decided().appraisal().to());
        to.add(compared, outside, revision);
        return compared.moves() ? Optional.of(compared.mover()) : Optional.empty();
    }

    private Optional<Revision> revision(String digest) {
        return revisions.computeIfAbsent(
                digest, missing -> editions.apply(missing).map(before -> new Revision(before, trial.edition())));
    }
}
