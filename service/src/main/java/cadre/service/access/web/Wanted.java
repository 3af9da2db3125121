package cadre.service.access.web;

import cadre.service.access.Role;
import cadre.service.problem.Rejected;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the members of a small JSON object and collects everything that is wrong with them, so that it is told at once. */
final class Wanted {
    private final Map<String, Object> body;
    private final List<Rejected> wrong = new ArrayList<>();

    Wanted(Map<String, Object> body, Set<String> known) {
        this.body = body;
        body.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        wrong(Rejected.because(400, "unknown-member", name, String.join(", ", new TreeSet<>(known)))
                                .at("/" + name)));
    }

    void wrong(Rejected problem) {
        wrong.add(problem);
    }

    /** Throws what was found, if anything was. */
    void refuse() {
        if (!wrong.isEmpty()) {
            throw Rejected.all(wrong);
        }
    }

    @Nullable
    String text(String name) {
        Object value = body.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        type(name, "a text / 文本");
        return null;
    }

    boolean truth(String name, boolean otherwise) {
        Object value = body.get(name);
        if (value == null || value instanceof Boolean) {
            return value == null ? otherwise : (Boolean) value;
        }
        type(name, "true / false");
        return otherwise;
    }

    int number(String name, int otherwise) {
        Object value = body.get(name);
        if (value == null || value instanceof Integer) {
            return value == null ? otherwise : (Integer) value;
        }
        type(name, "an integer / 整数");
        return otherwise;
    }

    Set<String> texts(String name) {
        Object value = body.get(name);
        if (value == null) {
            return Set.of();
        } else if (value instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).collect(Collectors.toSet());
        }
        type(name, "a list of texts / 文本列表");
        return Set.of();
    }

    Set<Role> roles(String name) {
        Set<String> known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        Set<String> given = texts(name);
        given.stream()
                .filter(role -> !known.contains(role))
                .sorted()
                .forEach(role -> wrong(Rejected.because(
                                400,
                                "unknown-role",
                                role,
                                Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", ")))
                        .at("/" + name)));
        return given.stream().filter(known::contains).map(Role::valueOf).collect(Collectors.toSet());
    }

    private void type(String name, String type) {
        wrong(Rejected.because(400, "member-type", name, type).at("/" + name));
    }
}
