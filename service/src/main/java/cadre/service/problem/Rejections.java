package cadre.service.problem;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Turns whatever stopped a request into its problem document; the one place where exceptions become HTTP. */
@RestControllerAdvice
class Rejections {
    private static final Logger log = LoggerFactory.getLogger(Rejections.class);

    private static final Map<Integer, String> CODES = Map.of(
            400, "request",
            404, "not-found",
            405, "method",
            406, "not-acceptable",
            413, "too-large",
            414, "uri-too-long",
            415, "media-type",
            431, "headers-too-large",
            503, "unavailable");

    private final MeterRegistry meters;

    Rejections(MeterRegistry meters) {
        this.meters = meters;
    }

    @ExceptionHandler
    void rejected(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            log.debug("The caller went away", Wordless.of(failure));
            return;
        }
        if (failure instanceof ErrorResponse known) {
            headers(known.getHeaders(), response);
        }
        Rejected rejected = rejection(failure, request);
        String retryAfter = rejected.members().get("retryAfter");
        if (retryAfter != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        meters.counter("cadre.refusals", "code", rejected.code()).increment();
        if (rejected.status() >= 500) {
            log.error(
                    "{} {}: {}",
                    request.getMethod(),
                    request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    rejected.code(),
                    Wordless.of(failure));
        }
        new ProblemDocument(rejected, request.getRequestURI(), Languages.of(request)).answer(response);
    }

    private static Rejected rejection(Exception failure, HttpServletRequest request) {
        if (failure instanceof Rejected rejected) {
            return rejected;
        } else if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            return Rejected.because(400, "parameter", mismatch.getName()).at(mismatch.getName());
        } else if (failure instanceof ErrorResponse known) {
            return of(known.getStatusCode(), request.getMethod());
        } else if (failure.getCause() instanceof UnrecognizedPropertyException unknown) {
            String known = Stream.ofNullable(unknown.getKnownPropertyIds())
                    .flatMap(Collection::stream)
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return Rejected.because(400, "unknown-member", unknown.getPropertyName(), known)
                    .at("/" + unknown.getPropertyName());
        } else if (failure instanceof HttpMessageNotReadableException || failure instanceof InvalidParameterException) {
            return Rejected.because(400, "request");
        } else if (failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException) {
            return Rejected.because(503, "unavailable");
        }
        return Rejected.because(500, "failure");
    }

    /** The rejection that a bare status stands for. */
    static Rejected of(HttpStatusCode status, String method) {
        int number = status.value();
        String code = CODES.get(number);
        if (code == null) {
            return number >= 500
                    ? Rejected.because(number, "failure")
                    : Rejected.because(number, "refused", Integer.toString(number));
        }
        return code.equals("method") ? Rejected.because(number, code, method) : Rejected.because(number, code);
    }

    private static void headers(HttpHeaders headers, HttpServletResponse response) {
        for (String name : List.of(HttpHeaders.ALLOW, HttpHeaders.ACCEPT)) {
            List<String> values = headers.getOrEmpty(name);
            if (!values.isEmpty()) {
                response.setHeader(name, String.join(", ", values));
            }
        }
    }
}
