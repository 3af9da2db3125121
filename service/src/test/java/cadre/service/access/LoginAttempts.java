package cadre.service.access;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection from an address of one's choice, over which logins are tried one after another. */
public final class LoginAttempts implements AutoCloseable {
    private final Socket socket = new Socket();
    private final InputStream in;

    /** Connects from 127.0.third.fourth: Linux has all of 127.0.0.0/8. */
    public LoginAttempts(int port, int third, int fourth) throws IOException {
        socket.bind(new InetSocketAddress(loopback(third, fourth), 0));
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(loopback(0, 1), port));
        in = new BufferedInputStream(socket.getInputStream());
    }

    private static InetAddress loopback(int third, int fourth) throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, (byte) third, (byte) fourth});
    }

    /**
     * What came of it.
     *
     * @param retryAfter in seconds; 0 if none was told
     */
    public record Told(int status, int retryAfter) {}

    /** Tries to log in. */
    public Told log(String login, String password) throws IOException {
        String body = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, password);
        String request = "POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().substring(9, 12));
        int length = 0;
        int retryAfter = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            } else if (lower.startsWith("retry-after:")) {
                retryAfter = Integer.parseInt(lower.substring(12).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                length = -1;
            }
        }
        if (length >= 0) {
            in.readNBytes(length);
        } else {
            for (int chunk = Integer.parseInt(line(), 16); chunk > 0; chunk = Integer.parseInt(line(), 16)) {
                in.readNBytes(chunk);
                line();
            }
            line();
        }
        return new Told(status, retryAfter);
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("connection closed");
            } else if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
