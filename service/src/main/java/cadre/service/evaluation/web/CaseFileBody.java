package cadre.service.evaluation.web;

import cadre.engine.document.DocumentLimits;
import cadre.service.problem.Rejected;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;

/** Reads a request's body as bytes, never more of it than a case file may have. */
final class CaseFileBody {
    private static final int LIMIT = DocumentLimits.DEFAULT.bytes();

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
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw Rejected.because(413, "too-large");
        }
        return body;
    }
}
