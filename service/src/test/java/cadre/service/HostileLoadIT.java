package cadre.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies made to exhaust memory do not, in a process that has little of it. */
@SuppressWarnings("NullAway.Init")
class HostileLoadIT {
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void hundreds_of_bodies_of_10_mb_are_answered_within_160_mb_of_heap() throws Exception {
        List<byte[]> bodies = List.of(
                ("{\"cadre\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}").getBytes(StandardCharsets.UTF_8),
                ("[" + "[".repeat(TEN_MEGABYTES)).getBytes(StandardCharsets.UTF_8),
                ("[" + "1,".repeat(TEN_MEGABYTES / 2)).getBytes(StandardCharsets.UTF_8),
                ("{\"n\":" + "9".repeat(TEN_MEGABYTES) + "}").getBytes(StandardCharsets.UTF_8));
        ExecutorService senders = Executors.newFixedThreadPool(16);
        try (Program program = Program.serve(Database.H2.url(folder), "-Xmx160m")) {
            List<Callable<String>> sending = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                byte[] body = bodies.get(i % bodies.size());
                boolean chunked = i % 8 >= 4;
                sending.add(() -> status(program.api, body, chunked));
            }

            for (Future<String> sent : senders.invokeAll(sending)) {
                assertThat(answer(sent)).startsWith("HTTP/1.1 413");
            }
            assertThat(program.api
                            .evaluate(Api.example("ecological-incident", "C-after"))
                            .status())
                    .isEqualTo(201);
        } finally {
            senders.shutdownNow();
        }
    }

    private static String answer(Future<String> sent) throws InterruptedException {
        try {
            return sent.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }

    /** The status line of the answer, by a connection of its own. */
    private static String status(Api api, byte[] body, boolean chunked) throws IOException {
        URI uri = URI.create(api.base());
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/evaluations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + api.token() + "\r\n"
                            + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length)
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            if (chunked) {
                out.write((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(body);
            if (chunked) {
                out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(16), StandardCharsets.US_ASCII);
        }
    }
}
