package cadre.service.limit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What is left of a body once its request was answered. What is here is thrown away at once. The rest is waited for, else a client
 * that still sends would not get to see the answer; but only a few threads do so at a time, and beyond them the connection is closed. Whoever sends a byte
 * now and then is refused like everybody else and would otherwise keep a thread for each refusal.
 */
@Component
final class Leftovers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Beside what one person may have in hand this leaves some of the threads to the others. */
    private static final int AT_ONCE = 4;

    /** In milliseconds, for one of them to be free: a body that follows its head at once is here by then. */
    private static final long PATIENCE = 100;

    /** In bytes, of what is thrown away: more than any client sends that means well. */
    private static final long LONGEST = 64L << 20;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Reading());
    }

    private static final class Reading extends ValveBase {
        private final Semaphore free = new Semaphore(AT_ONCE);

        Reading() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.isAsync() || isRead(request)) {
                return;
            }
            response.finishResponse();
            Nowhere nowhere = new Nowhere();
            while (!isRead(request) && hasCome(request)) {
                request.getCoyoteRequest().doRead(nowhere);
            }
            if (isRead(request)) {
                return;
            }
            if (!mayWait()) {
                giveUp(request);
                return;
            }
            try {
                throwAway(request, nowhere);
            } finally {
                free.release();
            }
        }

        private boolean mayWait() {
            try {
                return free.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Whether more of the body is here, so that reading it takes no time. */
        private static boolean hasCome(Request request) {
            request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
            return request.getCoyoteRequest().getAvailable() > 0;
        }

        private static void throwAway(Request request, Nowhere nowhere) {
            try {
                for (long read = 0; read <= LONGEST; ) {
                    int more = request.getCoyoteRequest().doRead(nowhere);
                    if (more < 0) {
                        return;
                    }
                    read += more;
                }
            } catch (IOException slowOrGone) {
                giveUp(request);
                return;
            }
            giveUp(request);
        }

        /** Closes the connection. */
        private static void giveUp(Request request) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }

        private static boolean isRead(Request request) {
            AtomicBoolean read = new AtomicBoolean();
            request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
            return read.get();
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {}
    }
}
