package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import cadre.service.Api.Answer;
import cadre.service.access.Role;
import cadre.service.release.CityEdition;
import cadre.service.release.ReleaseArchives;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** Those who bring criteria into force, in one running program. */
record ReleasePeople(Api author, Api approver, Api evaluator) {
    private static final String RELEASES = "/api/v1/releases/";

    static ReleasePeople of(Program program) {
        return new ReleasePeople(
                program.as(Role.POLICY_AUTHOR), program.as(Role.POLICY_APPROVER), program.as(Role.EVALUATOR));
    }

    /** The same persons with the same tokens, at another process of the service. */
    ReleasePeople at(Program other) {
        String base = other.api.base();
        return new ReleasePeople(
                new Api(base, author.token()), new Api(base, approver.token()), new Api(base, evaluator.token()));
    }

    /** Sends in criteria for cities. */
    Answer upload(String version, int weight) {
        return author.send(author.request("/api/v1/releases")
                .timeout(Duration.ofMinutes(3))
                .header("Content-Type", "application/zip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(ReleaseArchives.zip(CityEdition.files(version, weight)))));
    }

    Answer submit(String digest) {
        return step(author, digest + "/submit");
    }

    Answer approve(String digest, String report) {
        return step(approver, digest + "/approve?impact=" + report);
    }

    Answer enforce(String digest) {
        return step(approver, digest + "/schedule");
    }

    Answer retire(String digest) {
        return step(approver, digest + "/retire?reason=over");
    }

    Answer rollBack(String digest) {
        return step(approver, digest + "/roll-back?reason=again");
    }

    private static Answer step(Api person, String step) {
        return person.send(person.request(RELEASES + step).POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Begins an impact; gives its address. */
    String beginImpact(String digest) {
        Answer begun = approver.post("/api/v1/impacts", "{\"candidate\":\"" + digest + "\"}");
        assertThat(begun.status()).as(begun.text()).isEqualTo(202);
        return begun.header("Location");
    }

    /** The digest of an impact's report, once there is one. */
    String report(String impact) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> approver.get(impact).json(),
                        job -> job.path("status").asString().equals("DONE"))
                .path("report")
                .asString();
    }

    /** Uploads, submits, looks at the impact and approves; gives the digest. */
    String approved(String version, int weight) {
        String digest = well(upload(version, weight), 201).path("digest").asString();
        well(submit(digest), 200);
        well(approve(digest, report(beginImpact(digest))), 200);
        return digest;
    }

    static JsonNode well(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.json();
    }

    /** Where the release of this version stands; empty if there is none. */
    String status(String version) {
        Answer answer = approver.get(RELEASES + version);
        return answer.status() == 404 ? "" : well(answer, 200).path("status").asString();
    }

    /** Evaluates a case that only criteria for cities judge. */
    Answer evaluate(String cadre) {
        return evaluator.evaluate(CityEdition.CASE.formatted(cadre));
    }

    /** For each process of the service that runs, the digests of what it has in force. */
    List<List<String>> loaded() {
        return told("releases");
    }

    /** For each process of the service that runs, the digests of what it has loaded and is not in force yet. */
    List<List<String>> prepared() {
        return told("prepared");
    }

    private List<List<String>> told(String digests) {
        return well(approver.get("/api/v1/releases/loaded"), 200)
                .path("replicas")
                .valueStream()
                .filter(replica -> !replica.path("silent").asBoolean())
                .map(replica -> replica.path(digests)
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList())
                .toList();
    }
}
