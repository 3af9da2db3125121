package cadre.service.release;

import cadre.engine.edition.Edition;
import cadre.service.problem.Rejected;
import cadre.service.release.RegisteredRelease.Approval;
import cadre.service.release.SigningKeys.Signed;
import cadre.service.release.StepRows.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every step in the life of every release, each signed and linked to the one before. What the register says counts only as far
 * as it is proven: a row that was edited, inserted or taken out by hand is found when the register is read, and then nothing
 * is in force that an upload has to do with, and no further step is taken.
 */
@Component
public class ReleaseRegister {
    private static final Logger log = LoggerFactory.getLogger(ReleaseRegister.class);

    /** So many others would have to be faster, one after another. */
    private static final int ATTEMPTS = 100;

    private final StepRows rows;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final @Nullable SigningKeys keys;
    private List<Edition> carried = List.of();
    private Life life = Life.EMPTY;
    private @Nullable String broken;

    @Autowired
    ReleaseRegister(
            StepRows rows,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            ReleaseSettings settings,
            @Value("${cadre.database.url}") String database) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        java.nio.file.Path file = settings.keys(database);
        this.keys = SigningKeys.read(file)
                .or(() -> rows.revision() == 0 ? Optional.of(SigningKeys.make(file)) : Optional.empty())
                .orElse(null);
        if (keys == null) {
            log.error(
                    "ALARM: there are no keys in {}; no release that was uploaded is loaded, and none is approved",
                    file);
        }
    }

    /** Which revision the store has; one cheap query. It grows with every step that changes what is to be loaded. */
    public long revision() {
        return rows.revision();
    }

    /** Brings in the releases that the program carries, those that are new. */
    synchronized void carry(Collection<Edition> editions) {
        carried = List.copyOf(editions);
        refresh();
        if (broken != null) {
            return;
        }
        for (Edition edition : editions) {
            if (life.find(edition.digest()).isEmpty()) {
                ReleaseStep step = take(
                        now -> life.find(edition.digest()).isPresent() ? null : life.carry(edition, now), () -> {});
                if (step != null && step.after() != ReleaseStatus.IN_FORCE) {
                    log.warn(
                            "Release {} is carried by the program but not put into force: an uploaded release or another edition judges the same",
                            edition.version());
                }
            }
        }
    }

    /** What is to be loaded now. */
    public synchronized Standing standing() {
        refresh();
        if (broken != null) {
            return new Standing(life.revision(), carriedAndUntouched(), true);
        }
        return new Standing(
                life.revision(),
                life.releases().stream()
                        .filter(release -> release.status() == ReleaseStatus.IN_FORCE)
                        .toList(),
                false);
    }

    /** The release of this digest, if all that is said of it is proven. */
    public synchronized Optional<RegisteredRelease> find(String digest) {
        refresh();
        return broken == null ? life.find(digest) : Optional.empty();
    }

    /** All releases, in the order in which they came; as far as the register is proven. */
    public synchronized List<RegisteredRelease> all() {
        refresh();
        return List.copyOf(life.releases());
    }

    /** What is wrong with the register, if something is. */
    synchronized Optional<String> broken() {
        return Optional.ofNullable(broken);
    }

    /** A step with its proof. */
    @SuppressWarnings("ArrayRecordComponent") // passed on, never compared
    record Recorded(ReleaseStep step, byte[] record, Signed signed) {}

    /** The steps of one release, first to last. */
    List<Recorded> steps(String digest) {
        return rows.after(0).stream()
                .filter(row -> row.digest().equals(digest))
                .map(row -> new Recorded(StepJson.read(row.record()), row.record(), row.signed()))
                .toList();
    }

    /** A step that may be taken, made from the lives as they are; nothing if there is none to take. */
    @FunctionalInterface
    interface Proposal {
        @Nullable
        ReleaseStep at(Life life, Instant now);
    }

    /**
     * Takes a step. If another is taken first, by whatever process, the step is made anew from what is so then.
     *
     * @param beside is stored in the same transaction
     * @return the release after it, or nothing if no step was to be taken
     * @throws Rejected if it is not lawful
     */
    synchronized Optional<RegisteredRelease> take(Proposal proposal, Runnable beside) {
        ReleaseStep step = take(now -> proposal.at(life, now), beside);
        return step == null ? Optional.empty() : life.find(step.digest());
    }

    private synchronized @Nullable ReleaseStep take(
            Function<Instant, @Nullable ReleaseStep> proposal, Runnable beside) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            refresh();
            if (keys == null || broken != null) {
                throw Rejected.because(503, "register-broken");
            }
            ReleaseStep step = proposal.apply(Instant.now().truncatedTo(ChronoUnit.MICROS));
            if (step == null) {
                return null;
            }
            byte[] record = StepJson.write(step);
            Signed signed = keys.sign(record);
            try {
                transaction.executeWithoutResult(status -> {
                    beside.run();
                    rows.insert(step, record, signed);
                    events.publishEvent(new ReleaseStepTaken(step, record));
                });
                life = life.after(step, sha256(record), signed.key());
                log.info("Release {} {}: {} by {}", step.version(), step.digest(), step.action(), step.person());
                return step;
            } catch (DuplicateKeyException anotherWasFirst) {
                log.debug("Another step was taken first", anotherWasFirst);
            }
        }
        throw Rejected.because(503, "unavailable");
    }

    /** Reads what others have added. */
    private synchronized void refresh() {
        if (broken != null) {
            return;
        }
        List<Row> added = rows.after(life.revision());
        if (added.isEmpty() && rows.revision() < life.revision()) {
            alarm("steps that were there have gone");
        }
        for (Row row : added) {
            try {
                life = proven(row);
            } catch (RuntimeException unproven) {
                alarm(String.valueOf(unproven.getMessage()));
                return;
            }
        }
    }

    private Life proven(Row row) {
        if (keys == null) {
            throw new IllegalStateException("there are no keys");
        } else if (!keys.vouchFor(row.record(), row.signed())) {
            throw new IllegalStateException(
                    "the step of revision " + row.revision() + " is not signed by a key that is known here");
        }
        ReleaseStep step = StepJson.read(row.record());
        if (!row.repeats(step)) {
            throw new IllegalStateException(
                    "the columns of revision " + row.revision() + " differ from the record that is signed");
        }
        return life.checkedAfter(step, sha256(row.record()), row.signed().key());
    }

    private void alarm(String what) {
        broken = what;
        log.error(
                "ALARM: the register of releases is not what was signed: {}. No release that was uploaded is loaded, and no step is taken, "
                        + "until the database or the keys are restored and the service is started again",
                what);
    }

    /** Built-in releases of editions that no upload had to do with, as far as rows that are not believed can tell. */
    private List<RegisteredRelease> carriedAndUntouched() {
        List<String> touched = new ArrayList<>();
        for (Row row : rows.after(0)) {
            try {
                ReleaseStep step = StepJson.read(row.record());
                if (step.action() == ReleaseAction.UPLOAD) {
                    touched.add(step.edition());
                }
            } catch (RuntimeException unreadable) {
                log.debug("Revision {} cannot be read", row.revision(), unreadable);
            }
        }
        return carried.stream()
                .filter(edition -> !touched.contains(edition.code()))
                .map(ReleaseRegister::builtIn)
                .toList();
    }

    private static RegisteredRelease builtIn(Edition edition) {
        return new RegisteredRelease(
                edition.digest(),
                edition.code(),
                edition.version(),
                edition.title(),
                Scope.of(edition),
                ReleaseOrigin.BUILT_IN,
                ReleaseStatus.IN_FORCE,
                null,
                null,
                new Approval(ReleaseStep.BUILD, Instant.EPOCH, null, ""),
                null,
                true,
                Instant.EPOCH);
    }

    static String sha256(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
