package cadre.service.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Answers what Tomcat itself refuses before any application sees it, such as a malformed request line. */
public final class ServerErrorValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        String uri = request.getRequestURI();
        Rejected rejected = Rejections.of(HttpStatusCode.valueOf(status), String.valueOf(request.getMethod()));
        try {
            new ProblemDocument(rejected, uri == null ? "" : uri, Languages.of(request)).answer(response.getResponse());
            response.finishResponse();
        } catch (IOException gone) {
            getContainer().getLogger().debug("The caller went away", gone);
        }
    }
}
