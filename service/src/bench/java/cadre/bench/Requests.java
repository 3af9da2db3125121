package cadre.bench;

import cadre.engine.casefile.CaseFile;
import cadre.engine.facts.Cadre;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Generated case files as request bodies, each for a cadre of its own. */
final class Requests {
    private static final String CADRE = "C-0000000000";

    /** Where the digits of the cadre's id stand in every body. */
    private static final int CADRE_AT = "{\"cadre\":{\"id\":\"C-".length();

    private final List<byte[]> bodies;
    private final AtomicInteger next = new AtomicInteger();

    Requests(List<CaseFile> cases) {
        this.bodies = cases.stream().map(Requests::body).toList();
    }

    /** A request for one evaluation; its key is new. */
    record Request(int number, String key, byte[] body) {}

    private static byte[] body(CaseFile file) {
        Cadre cadre = file.cadre();
        Cadre anybody = new Cadre(CADRE, cadre.post(), cadre.level(), cadre.unit(), cadre.chief(), cadre.probation());
        return Cases.json(new CaseFile(anybody, file.appraisal(), file.entries()));
    }

    Request next() {
        int number = next.incrementAndGet();
        byte[] body = bodies.get(number % bodies.size()).clone();
        byte[] digits = "%010d".formatted(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, body, CADRE_AT, digits.length);
        return new Request(number, "bench-" + number, body);
    }

    /** Number of the latest request. */
    int last() {
        return next.get();
    }

    int size() {
        return bodies.size();
    }
}
