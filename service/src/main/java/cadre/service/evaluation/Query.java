package cadre.service.evaluation;

import cadre.service.access.Reach;
import java.util.ArrayList;
import java.util.List;

/** SQL that is put together with what its question marks stand for. */
final class Query {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> arguments = new ArrayList<>();

    Query(String sql, Object... arguments) {
        add(sql, arguments);
    }

    @SuppressWarnings("CanIgnoreReturnValueSuggester") // added to while it is put together
    Query add(String sql, Object... arguments) {
        this.sql.append(sql);
        this.arguments.addAll(List.of(arguments));
        return this;
    }

    Query add(Reach.Condition condition) {
        return add(condition.sql(), condition.arguments().toArray());
    }

    String sql() {
        return sql.toString();
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
