package cadre.service.release.web;

import cadre.service.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads an archive that is sent in, never more of it than an edition can need. */
final class ArchiveBody {
    private static final int LIMIT = 8 << 20;
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private ArchiveBody() {}

    static byte[] of(HttpServletRequest request) throws IOException {
        if (request.getHeader("Content-Encoding") != null) {
            throw Rejected.because(415, "archive-type");
        }
        if (request.getContentLengthLong() > LIMIT) {
            throw Rejected.because(413, "archive-too-large", LIMIT >> 20);
        }
        long begin = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream(64 * 1024);
        byte[] piece = new byte[64 * 1024];
        InputStream in = request.getInputStream();
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > LIMIT) {
                throw Rejected.because(413, "archive-too-large", LIMIT >> 20);
            } else if (System.nanoTime() - begin > WHOLE.toNanos()) {
                throw Rejected.because(408, "archive-too-slow", WHOLE.toSeconds());
            }
        }
        return body.toByteArray();
    }
}
