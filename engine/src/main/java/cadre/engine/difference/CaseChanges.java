package cadre.engine.difference;

import cadre.engine.cases.Scenario;
import cadre.engine.difference.Change.Area;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed in the cases, by their names. What is given has dates of its edition, so only expectations are compared. */
record CaseChanges(List<Scenario> before, List<Scenario> after, Changes changes) {
    void find() {
        Map<String, Scenario> was = byName(before);
        Map<String, Scenario> is = byName(after);
        long come = is.keySet().stream().filter(name -> !was.containsKey(name)).count();
        long gone = was.keySet().stream().filter(name -> !is.containsKey(name)).count();
        if (come > 0 || gone > 0) {
            changes.add(Area.CASES, "cases-count", "", before.size(), after.size(), come, gone);
        }
        is.forEach((name, scenario) -> {
            Scenario old = was.get(name);
            if (old != null && !old.expect().equals(scenario.expect())) {
                changes.add(Area.CASES, "case-expects", name);
            }
        });
    }

    private static Map<String, Scenario> byName(List<Scenario> scenarios) {
        Map<String, Scenario> named = new LinkedHashMap<>();
        scenarios.forEach(scenario -> named.put(scenario.name(), scenario));
        return named;
    }
}
