package cadre.service.limit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
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
 * What is left of a body once its request was answered. It is thrown away as it comes, else a client that still sends would not get to
 * see the answer. A client that means well sends without a pause; whoever pauses, or sends a byte now and then, would keep a thread for
 * each refusal, and has the connection closed. So has whoever comes while too many are waited for.
 */
@Component
final class Leftovers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Beside what one person may have in hand this leaves some of the threads to the others. */
    private static final int AT_ONCE = 8;

    /** For one of these to be free: while it lasts the client is kept from sending, so that it does not see a broken connection. */
    private static final Duration TURN = Duration.ofSeconds(2);

    /** How long a client may pause in its sending. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** How long it may go on sending. */
    private static final Duration WHOLE = Duration.ofSeconds(10);

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Reading());
    }

    private static final class Reading extends ValveBase {
        private final Semaphore free = new Semaphore(AT_ONCE, true);

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
            try {
                if (!free.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                    close(request);
                    return;
                }
                try {
                    if (!throwAway(request)) {
                        close(request);
                    }
                } finally {
                    free.release();
                }
            } catch (IOException gone) {
                close(request);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                close(request);
            }
        }

        /** Whether the body came to its end. */
        private static boolean throwAway(Request request) throws IOException, InterruptedException {
            Nowhere nowhere = new Nowhere();
            long began = System.nanoTime();
            long last = began;
            while (!isRead(request)) {
                long now = System.nanoTime();
                if (now - began > WHOLE.toNanos() || now - last > PAUSE.toNanos()) {
                    return false;
                }
                if (hasCome(request)) {
                    request.getCoyoteRequest().doRead(nowhere);
                    last = System.nanoTime();
                } else {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            }
            return true;
        }

        /** Whether more of the body is here, so that reading it takes no time. */
        private static boolean hasCome(Request request) {
            request.getCoyoteRequest().action(ActionCode.AVAILABLE, true);
            return request.getCoyoteRequest().getAvailable() > 0;
        }

        /** Closes the connection instead of reading on. */
        private static void close(Request request) {
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
