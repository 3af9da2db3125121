package cadre.service.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cadre.service.Api;
import cadre.service.ServiceTest;
import cadre.service.access.Caller;
import cadre.service.access.Role;
import cadre.service.access.Unit;
import cadre.service.access.Units;
import cadre.service.access.Within;
import cadre.service.problem.Rejected;
import cadre.service.trace.Kind;
import cadre.service.trace.Visit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is within reach, whatever the database: asked of the tree in memory, of a query, and of a walk up the tree. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
abstract class ReachContract {
    @Autowired
    Evaluations evaluations;

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void clear() {
        jdbc.sql("delete from evaluation").update();
        jdbc.sql("delete from unit_within").update();
        jdbc.sql("update unit set parent = null").update();
        jdbc.sql("delete from unit").update();
    }

    private Caller caller(Role role, String... given) {
        return new Caller("someone", Set.of(role), units.reach(Set.of(role), Set.of(given), null));
    }

    private Caller cadre(String cadre) {
        return new Caller("someone", Set.of(Role.CADRE), units.reach(Set.of(Role.CADRE), Set.of(), cadre));
    }

    private static Visit visit(Caller caller) {
        return new Visit(caller, "192.0.2.1", null);
    }

    private void units(String... below) {
        for (String pair : below) {
            String[] parts = pair.split("<", 2);
            units.add(new Unit(parts[0], parts[0], parts.length > 1 ? parts[1] : null));
        }
    }

    private static byte[] caseFile(String cadre, String unit) {
        return Api.example("strong-county-head", cadre)
                .replaceFirst("\"unit\": *\"[^\"]*\"", "\"unit\": \"" + unit + "\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private UUID evaluate(Caller caller, String cadre, String unit) {
        return evaluations
                .submit(new Submission(visit(caller), null, caseFile(cadre, unit), null, null, null))
                .evaluation()
                .record()
                .id();
    }

    private UUID replace(Caller caller, String cadre, String unit, UUID earlier) {
        return evaluations
                .submit(new Submission(visit(caller), null, caseFile(cadre, unit), null, earlier, "moved"))
                .evaluation()
                .record()
                .id();
    }

    private List<UUID> found(Caller caller) {
        return evaluations
                .search(visit(caller), new Search(null, null, null, null, null, null, null, null, 200))
                .found()
                .stream()
                .map(EvaluationRecord::id)
                .toList();
    }

    private static String refusal(Runnable request) {
        try {
            request.run();
        } catch (Rejected rejected) {
            return rejected.status() + " " + rejected.code();
        }
        return "done";
    }

    @Test
    void who_acts_for_a_unit_acts_for_all_below_and_for_nothing_beside_or_above() {
        units("P", "A<P", "A1<A", "B<P");
        Caller root = caller(Role.EVALUATOR, Within.ROOT);
        UUID p = evaluate(root, "C-1", "P");
        UUID a = evaluate(root, "C-2", "A");
        UUID a1 = evaluate(root, "C-3", "A1");
        UUID b = evaluate(root, "C-4", "B");
        UUID unknown = evaluate(root, "C-5", "Z");

        assertThat(found(caller(Role.EVALUATOR, "A"))).containsExactly(a1, a);
        assertThat(found(caller(Role.REVIEWER, "A1", "B"))).containsExactly(b, a1);
        assertThat(found(caller(Role.EVALUATOR, "P"))).containsExactly(b, a1, a, p);
        assertThat(found(root)).containsExactly(unknown, b, a1, a, p);
        assertThat(found(caller(Role.AUDITOR))).hasSize(5);
        assertThat(found(caller(Role.ADMINISTRATOR, "P"))).isEmpty();
        assertThat(found(caller(Role.POLICY_AUTHOR, Within.ROOT))).isEmpty();
        assertThat(found(caller(Role.EVALUATOR, "Z"))).isEmpty();
        assertThat(found(caller(Role.EVALUATOR))).isEmpty();
        assertThat(found(cadre("C-3"))).containsExactly(a1);
    }

    @Test
    void what_is_out_of_reach_is_refused_like_what_does_not_exist() {
        units("A", "B");
        UUID there = evaluate(caller(Role.EVALUATOR, "B"), "C-1", "B");
        Caller caller = caller(Role.EVALUATOR, "A");

        assertThat(refusal(() -> evaluations.show(Kind.READ, visit(caller), there)))
                .isEqualTo(refusal(() -> evaluations.show(Kind.READ, visit(caller), UUID.randomUUID())))
                .isEqualTo("404 no-such-evaluation");
        assertThat(refusal(() -> evaluations.replay(visit(caller), there))).isEqualTo("404 no-such-evaluation");
        assertThat(refusal(() -> evaluations.show(Kind.READ, visit(cadre("C-2")), there)))
                .isEqualTo("404 no-such-evaluation");
        assertThat(refusal(() -> evaluations.show(Kind.READ, visit(cadre("C-1")), there)))
                .isEqualTo("done");
    }

    @Test
    void nobody_acts_for_a_unit_that_is_not_theirs() {
        units("A", "B");

        assertThat(refusal(() -> evaluate(caller(Role.EVALUATOR, "A"), "C-1", "B")))
                .isEqualTo("403 outside-units");
        assertThat(refusal(() -> evaluate(caller(Role.EVALUATOR, "A"), "C-1", "Z")))
                .isEqualTo("403 outside-units");
        assertThat(refusal(() -> evaluate(caller(Role.AUDITOR, "A"), "C-1", "A")))
                .isEqualTo("403 outside-units");
        assertThat(refusal(() -> evaluate(cadre("C-1"), "C-1", "A"))).isEqualTo("403 outside-units");
        assertThat(found(caller(Role.AUDITOR))).isEmpty();
    }

    @Test
    void a_result_of_another_unit_that_stands_in_the_way_is_not_named() {
        units("A", "B");
        UUID there = evaluate(caller(Role.EVALUATOR, "B"), "C-1", "B");
        Caller caller = caller(Role.EVALUATOR, "A");

        assertThatThrownBy(() -> evaluate(caller, "C-1", "A"))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("evaluated-elsewhere")
                .hasMessageNotContaining(there.toString());
        assertThat(refusal(() -> replace(caller, "C-1", "A", there)))
                .isEqualTo(refusal(() -> replace(caller, "C-1", "A", UUID.randomUUID())))
                .isEqualTo("409 not-current");
        assertThat(evaluations
                        .show(Kind.READ, visit(caller(Role.AUDITOR)), there)
                        .record()
                        .current())
                .isTrue();
    }

    @Test
    void the_unit_at_the_time_counts_and_who_took_its_place_is_told_only_to_those_who_reach_both() {
        units("P", "A<P", "B<P");
        UUID before = evaluate(caller(Role.EVALUATOR, "A"), "C-1", "A");
        UUID after = replace(caller(Role.EVALUATOR, "P"), "C-1", "B", before);

        EvaluationRecord seenByA = evaluations
                .show(Kind.READ, visit(caller(Role.EVALUATOR, "A")), before)
                .record();
        EvaluationRecord seenByB = evaluations
                .show(Kind.READ, visit(caller(Role.EVALUATOR, "B")), after)
                .record();
        EvaluationRecord seenByP = evaluations
                .show(Kind.READ, visit(caller(Role.EVALUATOR, "P")), before)
                .record();

        assertThat(seenByA.current()).isFalse();
        assertThat(seenByA.supersededBy()).isNull();
        assertThat(seenByB.supersedes()).isNull();
        assertThat(seenByP.supersededBy()).isEqualTo(after);
        assertThat(found(caller(Role.EVALUATOR, "A"))).containsExactly(before);
        assertThat(found(caller(Role.EVALUATOR, "B"))).containsExactly(after);
        assertThat(found(cadre("C-1"))).containsExactly(after, before);
        assertThat(evaluations
                        .show(Kind.READ, visit(cadre("C-1")), before)
                        .record()
                        .supersededBy())
                .isEqualTo(after);
    }

    @Test
    void a_key_gives_nothing_again_to_who_no_longer_acts_for_the_unit() {
        units("A", "B");
        byte[] body = caseFile("C-1", "A");
        evaluations.submit(new Submission(visit(caller(Role.EVALUATOR, "A")), "once", body, null, null, null));

        assertThat(refusal(() -> evaluations.submit(
                        new Submission(visit(caller(Role.EVALUATOR, "B")), "once", body, null, null, null))))
                .isEqualTo("403 outside-units");
    }

    @Test
    void who_evaluates_and_is_evaluated_finds_both_each_once_in_order() {
        units("A", "B");
        Caller root = caller(Role.EVALUATOR, Within.ROOT);
        List<UUID> stored = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            stored.add(0, evaluate(root, "C-" + i, "A"));
        }
        stored.add(0, evaluate(root, "C-me", "B"));
        evaluate(root, "C-other", "B");
        Set<Role> roles = Set.of(Role.EVALUATOR, Role.CADRE);
        Caller both = new Caller("both", roles, units.reach(roles, Set.of("A"), "C-me"));

        Search.Page first =
                evaluations.search(visit(both), new Search(null, null, null, null, null, null, null, null, 3));

        assertThat(found(both)).isEqualTo(stored);
        assertThat(first.more()).isTrue();
        assertThat(first.found()).extracting(EvaluationRecord::id).isEqualTo(stored.subList(0, 3));
    }

    @Test
    void no_unit_comes_to_stand_below_itself_and_none_in_use_is_removed() {
        units("P", "A<P", "A1<A");
        evaluate(caller(Role.EVALUATOR, "A1"), "C-1", "A1");

        assertThat(refusal(() -> units.change(new Unit("P", "P", "A1")))).isEqualTo("409 unit-cycle");
        assertThat(refusal(() -> units.change(new Unit("A", "A", "A")))).isEqualTo("409 unit-cycle");
        assertThat(refusal(() -> units.change(new Unit("A", "A", "nowhere")))).isEqualTo("409 no-such-parent");
        assertThat(refusal(() -> units.add(new Unit("B", "B", "nowhere")))).isEqualTo("409 no-such-parent");
        assertThat(refusal(() -> units.add(new Unit("A", "again", null)))).isEqualTo("409 unit-exists");
        assertThat(refusal(() -> units.remove("A"))).isEqualTo("409 unit-has-units");
        assertThat(refusal(() -> units.remove("A1"))).isEqualTo("409 unit-has-results");
        assertThat(refusal(() -> units.remove("B"))).isEqualTo("404 no-such-unit");
        assertThat(units.all()).extracting(Unit::code).containsExactly("A", "A1", "P");
    }

    /** Trees grown and moved about at random: memory, query and a walk by hand agree on everything. */
    @Test
    void memory_and_query_agree_with_a_walk_up_the_tree() {
        Random random = new Random(20261127);
        Map<String, @Nullable String> parents = new HashMap<>();
        List<String> codes = IntStream.range(0, 25).mapToObj(i -> "N" + i).toList();
        Caller root = caller(Role.EVALUATOR, Within.ROOT);
        for (String code : codes) {
            String parent =
                    parents.isEmpty() || random.nextInt(5) == 0 ? null : codes.get(random.nextInt(parents.size()));
            units.add(new Unit(code, code, parent));
            parents.put(code, parent);
            evaluate(root, "C-" + code, code);
        }

        for (int round = 0; round < 40; round++) {
            String moved = codes.get(random.nextInt(codes.size()));
            String target = random.nextInt(6) == 0 ? null : codes.get(random.nextInt(codes.size()));
            boolean cycle = upwards(target, parents).anyMatch(moved::equals);
            assertThat(refusal(() -> units.change(new Unit(moved, moved, target))))
                    .isEqualTo(cycle ? "409 unit-cycle" : "done");
            if (!cycle) {
                parents.put(moved, target);
            }
            String given = codes.get(random.nextInt(codes.size()));
            List<String> walked = codes.stream()
                    .filter(code -> upwards(code, parents).anyMatch(given::equals))
                    .sorted()
                    .toList();
            Caller caller = caller(Role.EVALUATOR, given);
            assertThat(codes.stream().filter(caller.reach()::covers).sorted().toList())
                    .isEqualTo(walked);
            assertThat(evaluations
                            .search(visit(caller), new Search(null, null, null, null, null, null, null, null, 200))
                            .found()
                            .stream()
                            .map(EvaluationRecord::unit)
                            .sorted()
                            .toList())
                    .isEqualTo(walked);
        }
    }

    private static Stream<String> upwards(@Nullable String unit, Map<String, @Nullable String> parents) {
        return Stream.iterate(unit, Objects::nonNull, parents::get);
    }
}
