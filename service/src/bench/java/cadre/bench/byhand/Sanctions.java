package cadre.bench.byhand;

import cadre.engine.edition.Edition;
import cadre.engine.facts.Figures;
import cadre.engine.facts.Sanction;
import cadre.engine.facts.SanctionKind;
import cadre.engine.facts.SanctionTrack;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** integrity.drl: sanctions. */
final class Sanctions {
    private final Told demerit;
    private final Told inForce;
    private final Told inForceParty;
    private final Told party;
    private final Told warning;
    private final Told barred;
    private final BigDecimal warningMonths;
    private final BigDecimal demeritMonths;
    private final BigDecimal majorMonths;
    private final BigDecimal removalMonths;
    private final BigDecimal partyWarningMonths;
    private final BigDecimal partySeriousMonths;
    private final BigDecimal partyRemovalMonths;
    private final BigDecimal partyProbationMonths;
    private final BigDecimal partyExpulsionMonths;

    Sanctions(Edition edition) {
        Numbers numbers = new Numbers(edition);
        demerit = new Told(edition, "I-02-demerit");
        inForce = new Told(edition, "I-02-in-force");
        inForceParty = new Told(edition, "I-02-in-force-party");
        party = new Told(edition, "I-02-party");
        warning = new Told(edition, "I-02-warning");
        barred = new Told(edition, "I-02-promotion");
        warningMonths = numbers.decimal("sanction.warning.months");
        demeritMonths = numbers.decimal("sanction.demerit.months");
        majorMonths = numbers.decimal("sanction.major-demerit.months");
        removalMonths = numbers.decimal("sanction.removal.months");
        partyWarningMonths = numbers.decimal("sanction.party.warning.months");
        partySeriousMonths = numbers.decimal("sanction.party.serious-warning.months");
        partyRemovalMonths = numbers.decimal("sanction.party.removal.months");
        partyProbationMonths = numbers.decimal("sanction.party.probation.months");
        partyExpulsionMonths = numbers.decimal("sanction.party.expulsion.months");
    }

    void assess(Reported facts, Sheet sheet) {
        LocalDate last = facts.last;
        List<Sanction> administrative = inForce(facts, SanctionTrack.ADMINISTRATIVE);
        List<Sanction> ofParty = inForce(facts, SanctionTrack.PARTY);
        for (Sanction s : administrative) {
            if (s.kind() != SanctionKind.WARNING) {
                sheet.fire(demerit, s.id(), demeritMonths, majorMonths, removalMonths, last, s.kind(), s.from());
                sheet.ungraded();
            }
        }
        for (Sanction s : administrative) {
            sheet.fire(
                    inForce,
                    s.id(),
                    warningMonths,
                    demeritMonths,
                    majorMonths,
                    removalMonths,
                    last,
                    s.kind(),
                    s.from());
            sheet.flag();
        }
        for (Sanction s : ofParty) {
            sheet.fire(
                    inForceParty,
                    s.id(),
                    partyWarningMonths,
                    partySeriousMonths,
                    partyRemovalMonths,
                    partyProbationMonths,
                    partyExpulsionMonths,
                    last,
                    s.kind(),
                    s.from());
            sheet.flag();
        }
        for (Sanction s : ofParty) {
            if (!isWarning(s)) {
                sheet.fire(
                        party,
                        s.id(),
                        partyRemovalMonths,
                        partyProbationMonths,
                        partyExpulsionMonths,
                        last,
                        s.kind(),
                        s.from());
                sheet.ungraded();
            }
        }
        for (Sanction s : facts.sanctions) {
            if (isWarning(s) && facts.inPeriod(s.from())) {
                sheet.fire(warning, s.id(), facts.first, last, s.kind(), s.from());
                sheet.cap("COMPETENT");
            }
        }
    }

    private static boolean isWarning(Sanction sanction) {
        return sanction.kind() == SanctionKind.WARNING || sanction.kind() == SanctionKind.SERIOUS_WARNING;
    }

    /** Sanctions of a track that have begun and whose months are not over on the last day. */
    private List<Sanction> inForce(Reported facts, SanctionTrack track) {
        List<Sanction> inForce = new ArrayList<>();
        for (Sanction s : facts.sanctions) {
            BigDecimal months = track == SanctionTrack.PARTY ? partyMonths(s.kind()) : months(s.kind());
            if (s.track() == track && months != null && !s.from().isAfter(facts.last)) {
                LocalDate end = Figures.plusMonths(s.from(), months);
                if (end != null && end.isAfter(facts.last)) {
                    inForce.add(s);
                }
            }
        }
        return inForce;
    }

    private @Nullable BigDecimal months(SanctionKind kind) {
        return switch (kind) {
            case WARNING -> warningMonths;
            case DEMERIT -> demeritMonths;
            case MAJOR_DEMERIT -> majorMonths;
            case DEMOTION, REMOVAL -> removalMonths;
            case SERIOUS_WARNING, PROBATION_IN_PARTY, EXPULSION -> null;
        };
    }

    private @Nullable BigDecimal partyMonths(SanctionKind kind) {
        return switch (kind) {
            case WARNING -> partyWarningMonths;
            case SERIOUS_WARNING -> partySeriousMonths;
            case REMOVAL -> partyRemovalMonths;
            case PROBATION_IN_PARTY -> partyProbationMonths;
            case EXPULSION -> partyExpulsionMonths;
            case DEMERIT, MAJOR_DEMERIT, DEMOTION -> null;
        };
    }

    /** Whether a sanction in force was found. */
    boolean any(Sheet sheet) {
        return sheet.found.stream().anyMatch(this::tellsOfOne);
    }

    private boolean tellsOfOne(Found finding) {
        return finding.criterion == inForce || finding.criterion == inForceParty;
    }

    void use(Sheet sheet) {
        List<Found> told = new ArrayList<>();
        for (Found finding : sheet.found) {
            if (tellsOfOne(finding)) {
                told.add(finding);
            }
        }
        told.sort(Comparator.comparing(Found::key));
        for (Found finding : told) {
            sheet.renaming(barred, List.of(finding.key()), List.of(finding.id()), finding.criterion.id);
            sheet.recommend("DEFER_PROMOTION");
        }
    }
}
