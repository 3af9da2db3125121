package cadre.service.evaluation.web;

import cadre.engine.document.DocumentLimits;
import cadre.service.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;

/** Reads a request's body as bytes, never more of it than a case file may have. */
final class CaseFileBody {
    private static final int LIMIT = DocumentLimits.DEFAULT.bytes();

    private static final Duration WHOLE = Duration.ofSeconds(20);

    private CaseFileBody() {}

    static byte[] of(HttpServletRequest request) throws IOException {
        Charset charset = MediaType.parseMediaType(String.valueOf(request.getContentType()))
                .getCharset();
        if ((charset != null && !charset.equals(StandardCharsets.UTF_8))
                || request.getHeader("Content-Encoding") != null) {
            throw Rejected.because(415, "media-type");
        }
        if (request.getContentLengthLong() > LIMIT) {
            throw Rejected.because(413, "too-large");
        }
        return read(request.getInputStream());
    }

    /** Each read has Tomcat's timeout; the whole has one too, or a byte now and then would keep a thread for ever. */
    private static byte[] read(InputStream in) throws IOException {
        long begin = System.nanoTime();
        ByteArrayOutputStream body = new ByteArrayOutputStream(8 * 1024);
        byte[] piece = new byte[8 * 1024];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            body.write(piece, 0, read);
            if (body.size() > LIMIT) {
                throw Rejected.because(413, "too-large");
            } else if (System.nanoTime() - begin > WHOLE.toNanos()) {
                throw Rejected.because(408, "too-slow");
            }
        }
        return body.toByteArray();
    }
}
