package cadre.bench.byhand;

import cadre.engine.casefile.CaseFile;
import cadre.engine.facts.Absence;
import cadre.engine.facts.AbsenceKind;
import cadre.engine.facts.AppointmentMade;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Assignment;
import cadre.engine.facts.AssignmentKind;
import cadre.engine.facts.Ballot;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.CommentPeriod;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Decision;
import cadre.engine.facts.Declaration;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Hardship;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Investigation;
import cadre.engine.facts.Kinship;
import cadre.engine.facts.Lead;
import cadre.engine.facts.PartyMeeting;
import cadre.engine.facts.PastFigure;
import cadre.engine.facts.PeerFigure;
import cadre.engine.facts.PoliticalFinding;
import cadre.engine.facts.Posting;
import cadre.engine.facts.PriorGrade;
import cadre.engine.facts.Procedure;
import cadre.engine.facts.ProcedureStep;
import cadre.engine.facts.Project;
import cadre.engine.facts.PromotionCheck;
import cadre.engine.facts.Sanction;
import cadre.engine.facts.ServiceRecord;
import cadre.engine.facts.Severity;
import cadre.engine.facts.StyleAssessment;
import cadre.engine.facts.Survey;
import cadre.engine.facts.Tenure;
import cadre.engine.facts.Training;
import cadre.engine.facts.Unverified;
import cadre.engine.facts.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The facts of one case, by type and sorted by id, so that rules fire in their final order. */
final class Reported {
    private static final Map<Class<?>, BiPredicate<Reported, Fact>> SORTING = new HashMap<>();

    final Cadre cadre;
    final Appraisal appraisal;
    final LocalDate first;
    final LocalDate last;
    final Indicators indicators = new Indicators();
    final List<Consulted> consulted = new ArrayList<>();
    final List<PeerFigure> peers = new ArrayList<>();
    final List<PastFigure> pastFigures = new ArrayList<>();
    final List<Survey> opinions = new ArrayList<>();
    final List<Survey> povertySurveys = new ArrayList<>();
    final List<Survey> selectionSurveys = new ArrayList<>();
    final List<Ballot> ballots = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    final List<Incident> incidentsInPeriod = new ArrayList<>();
    final List<Project> projects = new ArrayList<>();
    final List<Sanction> sanctions = new ArrayList<>();
    final List<Lead> leads = new ArrayList<>();
    final List<Lead> leadsInPeriod = new ArrayList<>();
    final List<Declaration> declarations = new ArrayList<>();
    final List<PromotionCheck> promotionChecks = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    final List<PriorGrade> priorGrades = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<ProcedureStep> selectionSteps = new ArrayList<>();
    final List<ProcedureStep> discussionSteps = new ArrayList<>();
    final List<PoliticalFinding> politicalFindings = new ArrayList<>();
    final List<PartyMeeting> partyMeetings = new ArrayList<>();
    final List<Absence> sickAndPersonal = new ArrayList<>();
    final List<Investigation> investigations = new ArrayList<>();
    final List<Kinship> kinships = new ArrayList<>();
    final List<ServiceRecord> serviceRecords = new ArrayList<>();
    final List<StyleAssessment> weaknesses = new ArrayList<>();
    final List<Training> trainings = new ArrayList<>();
    final List<Posting> postings = new ArrayList<>();
    final List<Tenure> tenures = new ArrayList<>();
    final List<Hardship> hardships = new ArrayList<>();
    final List<AppointmentMade> appointments = new ArrayList<>();
    final List<CommentPeriod> commentPeriods = new ArrayList<>();
    final List<Unverified> unverified = new ArrayList<>();
    final List<String> unused = new ArrayList<>();
    private final Map<AssignmentKind, List<Assignment>> assignments = new EnumMap<>(AssignmentKind.class);

    static {
        sort(Indicator.class, (facts, indicator) -> facts.indicators.add(indicator));
        sort(Incident.class, Reported::add);
        sort(Lead.class, Reported::add);
        sort(Survey.class, Reported::add);
        sort(ProcedureStep.class, Reported::add);
        sort(PriorGrade.class, Reported::add);
        sort(Absence.class, Reported::add);
        sort(Assignment.class, (facts, work) -> facts.assignments
                .computeIfAbsent(work.kind(), kind -> new ArrayList<>())
                .add(work));
        sort(PromotionCheck.class, (facts, check) -> check.on().isBefore(facts.first) || facts.promotionChecks.add(check));
        sort(Decision.class, (facts, decision) -> !facts.inPeriod(decision.on()) || facts.decisions.add(decision));
        sort(Kinship.class, (facts, tie) -> !facts.inPeriod(tie.on()) || facts.kinships.add(tie));
        sort(PoliticalFinding.class, (facts, found) -> !facts.inPeriod(found.on()) || facts.politicalFindings.add(found));
        sort(StyleAssessment.class, (facts, style) ->
                !style.weak() || !facts.inPeriod(style.on()) || facts.weaknesses.add(style));
        sort(Consulted.class, (facts, register) -> facts.consulted.add(register));
        sort(PeerFigure.class, (facts, figure) -> facts.peers.add(figure));
        sort(PastFigure.class, (facts, figure) -> facts.pastFigures.add(figure));
        sort(Ballot.class, (facts, ballot) -> facts.ballots.add(ballot));
        sort(Project.class, (facts, project) -> facts.projects.add(project));
        sort(Sanction.class, (facts, sanction) -> facts.sanctions.add(sanction));
        sort(Declaration.class, (facts, declaration) -> facts.declarations.add(declaration));
        sort(Waiver.class, (facts, waiver) -> facts.waivers.add(waiver));
        sort(PartyMeeting.class, (facts, meeting) -> facts.partyMeetings.add(meeting));
        sort(Investigation.class, (facts, investigation) -> facts.investigations.add(investigation));
        sort(ServiceRecord.class, (facts, served) -> facts.serviceRecords.add(served));
        sort(Training.class, (facts, training) -> facts.trainings.add(training));
        sort(Posting.class, (facts, posting) -> facts.postings.add(posting));
        sort(Tenure.class, (facts, tenure) -> facts.tenures.add(tenure));
        sort(Hardship.class, (facts, hardship) -> facts.hardships.add(hardship));
        sort(AppointmentMade.class, (facts, appointment) -> facts.appointments.add(appointment));
        sort(CommentPeriod.class, (facts, period) -> facts.commentPeriods.add(period));
    }

    /** How facts of a type are sorted in; false if no rule looks at the fact. */
    private static <T extends Fact> void sort(Class<T> type, BiPredicate<Reported, T> in) {
        SORTING.put(type, (facts, fact) -> in.test(facts, type.cast(fact)));
    }

    Reported(CaseFile caseFile) {
        this.cadre = caseFile.cadre();
        this.appraisal = caseFile.appraisal();
        this.first = appraisal.from();
        this.last = appraisal.to();
        List<CaseFile.Entry> entries = new ArrayList<>(caseFile.entries());
        entries.sort(Comparator.comparing(entry -> entry.fact().id()));
        for (CaseFile.Entry entry : entries) {
            Fact fact = entry.fact();
            if (!entry.verified()) {
                unverified.add(new Unverified(fact.getClass().getSimpleName(), fact.id(), ""));
            } else {
                BiPredicate<Reported, Fact> in = SORTING.get(fact.getClass());
                if (in == null || !in.test(this, fact)) {
                    unused.add(fact.id());
                }
            }
        }
    }

    boolean inPeriod(@Nullable LocalDate day) {
        return day != null && !day.isBefore(first) && !day.isAfter(last);
    }

    List<Assignment> assigned(AssignmentKind kind) {
        return assignments.getOrDefault(kind, List.of());
    }

    private boolean add(Incident incident) {
        incidents.add(incident);
        if (inPeriod(incident.on())) {
            incidentsInPeriod.add(incident);
        }
        return incident.severity() == Severity.GENERAL
                || incident.family().equals("ecological")
                || incident.family().equals("harmony");
    }

    private boolean add(Lead lead) {
        if (inPeriod(lead.on())) {
            leadsInPeriod.add(lead);
        }
        return leads.add(lead);
    }

    private boolean add(Survey survey) {
        return switch (survey.topic()) {
            case PUBLIC_OPINION -> opinions.add(survey);
            case POVERTY_ALLEVIATION -> povertySurveys.add(survey);
            case SELECTION_WORK, NEW_APPOINTEES -> selectionSurveys.add(survey);
            case SERVICE -> false;
        };
    }

    private boolean add(ProcedureStep step) {
        if (!step.done() && (step.on() == null || inPeriod(step.on()))) {
            (step.procedure() == Procedure.SELECTION ? selectionSteps : discussionSteps).add(step);
        }
        return true;
    }

    private boolean add(PriorGrade prior) {
        return (prior.grade().equals("EXCELLENT") || prior.grade().equals("INCOMPETENT")) && priorGrades.add(prior);
    }

    private boolean add(Absence absence) {
        if (absence.kind() == AbsenceKind.OTHER) {
            return false;
        }
        if (!absence.to().isBefore(first) && !absence.from().isAfter(last)) {
            sickAndPersonal.add(absence);
        }
        return true;
    }
}
