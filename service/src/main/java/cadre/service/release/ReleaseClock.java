package cadre.service.release;

import cadre.service.problem.Rejected;
import cadre.service.release.Life.Wish;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has releases come into force when their time comes. Every process looks; the register lets one of them take the step. What
 * came due while none was running is done by the next that starts.
 */
@Component
@EnableScheduling
class ReleaseClock {
    private static final Logger log = LoggerFactory.getLogger(ReleaseClock.class);

    private final ReleaseRegister register;

    ReleaseClock(ReleaseRegister register) {
        this.register = register;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        if (register.broken().isPresent()) {
            return;
        }
        Instant now = Instant.now();
        register.all().stream()
                .filter(release -> release.status() == ReleaseStatus.SCHEDULED
                        && release.effective() != null
                        && !release.effective().isAfter(now))
                .sorted(java.util.Comparator.comparing(
                        release -> java.util.Objects.requireNonNull(release.effective())))
                .forEach(this::enforce);
    }

    private void enforce(RegisteredRelease release) {
        try {
            register.take(
                    (life, now) -> life.find(release.digest())
                                    .filter(still -> still.status() == ReleaseStatus.SCHEDULED)
                                    .isPresent()
                            ? life.next(
                                    release.digest(),
                                    new Wish(ReleaseAction.ENFORCE, ReleaseStep.CLOCK, now, null, null, null))
                            : null,
                    () -> {});
        } catch (Rejected rejected) {
            log.error(
                    "ALARM: release {} was to come into force and cannot: {}",
                    release.version(),
                    rejected.getMessage());
        }
    }
}
