package cadre.service.release;

import cadre.engine.edition.Edition;
import cadre.service.release.Life.Wish;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A process that takes one step after another, each time from where the register stands, and tells each once it is taken. */
final class StepsUntilKilled {
    private StepsUntilKilled() {}

    static ReleaseRegister open(String url, Path keys, Edition builtIn) {
        DriverManagerDataSource source = new DriverManagerDataSource(url);
        ReleaseRegister register = new ReleaseRegister(
                new StepRows(source), new JdbcTransactionManager(source), event -> {}, new ReleaseSettings(keys), "");
        register.carry(List.of(builtIn));
        return register;
    }

    public static void main(String[] arguments) {
        ReleaseRegister register = open(arguments[0], Path.of(arguments[1]), RegisterFixture.BUILT_IN);
        while (true) {
            register.take(
                    (life, now) -> {
                        List<RegisteredRelease> all = register.all();
                        RegisteredRelease last = all.get(all.size() - 1);
                        return last.origin() == ReleaseOrigin.BUILT_IN || last.status() == ReleaseStatus.RETIRED
                                ? life.upload(
                                        RegisterFixture.edition("2026.9" + all.size(), ""),
                                        RegisterFixture.AUTHOR,
                                        now,
                                        null)
                                : life.next(last.digest(), wish(last.status(), now));
                    },
                    () -> {});
            System.out.println(register.revision());
        }
    }

    private static Wish wish(ReleaseStatus status, java.time.Instant now) {
        return switch (status) {
            case DRAFT -> new Wish(ReleaseAction.SUBMIT, RegisterFixture.SUBMITTER, now, null, null, null);
            case SUBMITTED ->
                new Wish(ReleaseAction.APPROVE, RegisterFixture.APPROVER, now, null, null, "sha256:impact");
            case APPROVED -> new Wish(ReleaseAction.SCHEDULE, RegisterFixture.APPROVER, now, null, now, null);
            case SCHEDULED -> new Wish(ReleaseAction.ENFORCE, ReleaseStep.CLOCK, now, null, null, null);
            case IN_FORCE -> new Wish(ReleaseAction.RETIRE, RegisterFixture.APPROVER, now, "over", null, null);
            case RETIRED, REJECTED, WITHDRAWN -> throw new IllegalStateException(status.name());
        };
    }
}
