package cadre.service.problem;

import cadre.engine.check.Told;
import cadre.engine.document.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that is not carried out, with the answer it gets. Texts come from the bundle {@code
 * cadre.service.problem.problems}: the code's title, {@code <code>.detail} and, where the caller can mend it, {@code
 * <code>.remedy}.
 */
public final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<String> arguments;
    private final transient List<Problem> problems;
    private final transient List<Told> told;
    private final transient Map<String, String> members = new LinkedHashMap<>();
    private final transient List<Rejected> each = new ArrayList<>();
    private String pointer = "";

    private Rejected(int status, String code, List<String> arguments, List<Problem> problems, List<Told> told) {
        super(code + " " + arguments, null, false, false);
        this.status = status;
        this.code = code;
        this.arguments = List.copyOf(arguments);
        this.problems = List.copyOf(problems);
        this.told = List.copyOf(told);
    }

    /**
     * A rejection for one reason.
     *
     * @param status of HTTP
     * @param code names the texts, stable for programs
     * @param arguments what the texts' placeholders stand for
     */
    public static Rejected because(int status, String code, Object... arguments) {
        return new Rejected(
                status,
                code,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList(),
                List.of(),
                List.of());
    }

    /** A request in which all of this is wrong. */
    public static Rejected all(List<Rejected> each) {
        if (each.size() == 1) {
            return each.get(0);
        }
        Rejected all = Rejected.because(400, "several", each.size());
        all.each.addAll(each);
        return all;
    }

    /** A document that cannot be accepted, with everything that is wrong with it. */
    public static Rejected document(int status, List<Problem> problems) {
        return new Rejected(status, "document", List.of(String.valueOf(problems.size())), problems, List.of());
    }

    /** An edition that is not sound, with everything that is wrong with it: in which file and rule, at which line. */
    public static Rejected edition(int status, List<Told> told) {
        return new Rejected(status, "edition-unsound", List.of(String.valueOf(told.size())), List.of(), told);
    }

    /** The same, with the place in the document or the parameter at fault. */
    public Rejected at(String pointer) {
        this.pointer = pointer;
        return this;
    }

    /** The same, with one more member for programs to read. */
    public Rejected with(String name, String value) {
        members.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    List<String> arguments() {
        return arguments;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Told> told() {
        return told;
    }

    List<Rejected> each() {
        return each;
    }

    Map<String, String> members() {
        return members;
    }

    String pointer() {
        return pointer;
    }
}
