package cadre.engine.difference;

import cadre.engine.cases.Scenario;
import cadre.engine.edition.Edition;
import java.util.List;

/**
 * What changed from one edition to another. The order of rules and files, the names of variables, comments and spelling
 * mean nothing and are not told.
 *
 * @param changes by area, within it by place in the new edition
 */
public record Difference(Side before, Side after, List<Change> changes) {
    public Difference {
        changes = List.copyOf(changes);
    }

    /** One of the two. */
    public record Side(String edition, String version, String digest) {
        static Side of(Edition edition) {
            return new Side(edition.code(), edition.version(), edition.digest());
        }
    }

    /** Compares two editions and the cases that prove them. */
    public static Difference of(Edition before, List<Scenario> casesBefore, Edition after, List<Scenario> casesAfter) {
        Changes changes = new Changes();
        new EditionChanges(before, after, changes).find();
        new CriterionChanges(before, after, changes).find();
        new ParameterChanges(before, after, changes).find();
        new CaseChanges(casesBefore, casesAfter, changes).find();
        return new Difference(Side.of(before), Side.of(after), changes.inOrder());
    }

    /** Whether some case file may be judged otherwise, or be told so in other words. */
    public boolean meansSomething() {
        return changes.stream().anyMatch(change -> change.area() != Change.Area.CASES);
    }
}
