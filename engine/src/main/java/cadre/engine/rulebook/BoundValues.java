package cadre.engine.rulebook;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values beside their names, in order; those that are missing are left out. Names are shared by all firings of a rule. */
final class BoundValues extends AbstractMap<String, Object> {
    private final List<String> names;
    private final @Nullable Object[] values;

    BoundValues(List<String> names, @Nullable Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** Rules have few variables: looking at each is quicker than hashing. */
    @Override
    public @Nullable Object get(@Nullable Object name) {
        int place = names.indexOf(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        List<Map.Entry<String, Object>> entries = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                entries.add(Map.entry(names.get(i), value));
            }
        }
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Object>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }
}
