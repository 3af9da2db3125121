package cadre.engine.language;

import cadre.engine.facts.ValueType;
import java.util.Map;
import java.util.Set;

/** Names of a small edition for tests of the language. */
final class SampleNames {
    static final Names NAMES = new Names(
            Map.of(
                    "points", ValueType.DECIMAL,
                    "limit", ValueType.DECIMAL,
                    "two-thirds", ValueType.FRACTION),
            Set.of("air-quality-days", "gdp-growth"),
            Set.of("ecological", "harmony"),
            Set.of("sanctions", "leads"),
            Set.of("EXCELLENT", "COMPETENT", "INCOMPETENT"),
            Set.of("ecological", "performance"),
            Set.of("COMMEND", "TRAIN"));

    private SampleNames() {}
}
