package cadre.bench.byhand;

import cadre.engine.casefile.CaseFile;
import cadre.engine.facts.Absence;
import cadre.engine.facts.AbsenceKind;
import cadre.engine.facts.Appraisal;
import cadre.engine.facts.Ballot;
import cadre.engine.facts.Cadre;
import cadre.engine.facts.Consulted;
import cadre.engine.facts.Decision;
import cadre.engine.facts.Declaration;
import cadre.engine.facts.Fact;
import cadre.engine.facts.Incident;
import cadre.engine.facts.Indicator;
import cadre.engine.facts.Investigation;
import cadre.engine.facts.Lead;
import cadre.engine.facts.PartyMeeting;
import cadre.engine.facts.PeerFigure;
import cadre.engine.facts.PoliticalFinding;
import cadre.engine.facts.PriorGrade;
import cadre.engine.facts.Procedure;
import cadre.engine.facts.ProcedureStep;
import cadre.engine.facts.Project;
import cadre.engine.facts.PromotionCheck;
import cadre.engine.facts.Sanction;
import cadre.engine.facts.Severity;
import cadre.engine.facts.Survey;
import cadre.engine.facts.SurveyTopic;
import cadre.engine.facts.Unverified;
import cadre.engine.facts.Waiver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of one case, by type and sorted by id, so that rules fire in their final order. */
final class Reported {
    final Cadre cadre;
    final Appraisal appraisal;
    final List<Consulted> consulted = new ArrayList<>();
    final Map<String, Indicator> indicators = new HashMap<>();
    final List<Indicator> speedAndScale = new ArrayList<>();
    final List<Indicator> otherFamilies = new ArrayList<>();
    final List<Indicator> structure = new ArrayList<>();
    final List<Indicator> innovation = new ArrayList<>();
    final List<Indicator> livelihood = new ArrayList<>();
    final List<Indicator> jobTargets = new ArrayList<>();
    final List<Indicator> compared = new ArrayList<>();
    final List<Indicator> quality = new ArrayList<>();
    final List<Indicator> resources = new ArrayList<>();
    final List<PeerFigure> peers = new ArrayList<>();
    final List<Survey> opinions = new ArrayList<>();
    final List<Ballot> ballots = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    final List<Project> projects = new ArrayList<>();
    final List<Sanction> sanctions = new ArrayList<>();
    final List<Lead> leads = new ArrayList<>();
    final List<Declaration> declarations = new ArrayList<>();
    final List<PromotionCheck> promotionChecks = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    final List<PriorGrade> priorGrades = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<ProcedureStep> selectionSteps = new ArrayList<>();
    final List<PoliticalFinding> politicalFindings = new ArrayList<>();
    final List<PartyMeeting> partyMeetings = new ArrayList<>();
    final List<Absence> sickAndPersonal = new ArrayList<>();
    final List<Investigation> investigations = new ArrayList<>();
    final List<Unverified> unverified = new ArrayList<>();
    final List<String> unused = new ArrayList<>();

    Reported(CaseFile caseFile) {
        this.cadre = caseFile.cadre();
        this.appraisal = caseFile.appraisal();
        List<CaseFile.Entry> entries = new ArrayList<>(caseFile.entries());
        entries.sort(Comparator.comparing(entry -> entry.fact().id()));
        for (CaseFile.Entry entry : entries) {
            Fact fact = entry.fact();
            if (!entry.verified()) {
                unverified.add(new Unverified(fact.getClass().getSimpleName(), fact.id(), ""));
            } else if (!add(fact)) {
                unused.add(fact.id());
            }
        }
    }

    /** Sorts a fact in; false if no rule looks at it. */
    private boolean add(Fact fact) {
        if (fact instanceof Indicator indicator) {
            return add(indicator);
        } else if (fact instanceof PeerFigure figure) {
            return peers.add(figure);
        } else if (fact instanceof Consulted register) {
            return consulted.add(register);
        } else if (fact instanceof Lead lead) {
            return leads.add(lead);
        } else if (fact instanceof Incident incident) {
            incidents.add(incident);
            return incident.severity() == Severity.GENERAL
                    || incident.family().equals("ecological")
                    || incident.family().equals("harmony");
        } else if (fact instanceof Project project) {
            return projects.add(project);
        } else if (fact instanceof Ballot ballot) {
            return ballots.add(ballot);
        } else if (fact instanceof Survey survey) {
            return survey.topic() == SurveyTopic.PUBLIC_OPINION && opinions.add(survey);
        } else if (fact instanceof Sanction sanction) {
            return sanctions.add(sanction);
        } else if (fact instanceof Declaration declaration) {
            return declarations.add(declaration);
        } else if (fact instanceof PromotionCheck check) {
            return promotionChecks.add(check);
        } else if (fact instanceof Waiver waiver) {
            return waivers.add(waiver);
        } else if (fact instanceof PriorGrade grade) {
            return (grade.grade().equals("EXCELLENT") || grade.grade().equals("INCOMPETENT")) && priorGrades.add(grade);
        } else if (fact instanceof Decision decision) {
            return decisions.add(decision);
        } else if (fact instanceof ProcedureStep step) {
            return step.procedure() == Procedure.SELECTION && selectionSteps.add(step);
        } else if (fact instanceof PoliticalFinding finding) {
            return politicalFindings.add(finding);
        } else if (fact instanceof PartyMeeting meeting) {
            return partyMeetings.add(meeting);
        } else if (fact instanceof Absence absence) {
            return (absence.kind() == AbsenceKind.SICK || absence.kind() == AbsenceKind.PERSONAL)
                    && sickAndPersonal.add(absence);
        } else if (fact instanceof Investigation investigation) {
            return investigations.add(investigation);
        }
        return false;
    }

    private boolean add(Indicator indicator) {
        indicators.put(indicator.code(), indicator);
        switch (indicator.code()) {
            case "gdp-growth", "industrial-output-growth", "fixed-investment-growth" -> speedAndScale.add(indicator);
            case "services-share" -> {
                otherFamilies.add(indicator);
                structure.add(indicator);
                compared.add(indicator);
            }
            case "high-tech-share" -> {
                otherFamilies.add(indicator);
                structure.add(indicator);
            }
            case "rd-intensity" -> {
                otherFamilies.add(indicator);
                innovation.add(indicator);
                compared.add(indicator);
            }
            case "invention-patents" -> {
                otherFamilies.add(indicator);
                innovation.add(indicator);
            }
            case "resident-income-growth" -> {
                otherFamilies.add(indicator);
                livelihood.add(indicator);
                compared.add(indicator);
            }
            case "urban-jobs", "livelihood-projects" -> {
                otherFamilies.add(indicator);
                livelihood.add(indicator);
            }
            case "petitions-resolved" -> otherFamilies.add(indicator);
            case "job-target-1", "job-target-2", "job-target-3" -> jobTargets.add(indicator);
            case "air-quality-days", "water-quality-share", "forest-coverage" -> quality.add(indicator);
            case "energy-intensity", "water-intensity" -> resources.add(indicator);
            case "debt-ratio", "investment-in-place", "green-development-index", "party-plan" -> {}
            default -> {
                return false;
            }
        }
        return true;
    }

    @Nullable
    Indicator indicator(String code) {
        return indicators.get(code);
    }
}
