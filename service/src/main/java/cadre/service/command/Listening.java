package cadre.service.command;

import java.net.InetAddress;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** Where a running service listens, which may be other than was asked for: a first start listens on loopback only. */
final class Listening {
    private Listening() {}

    /** The address as a browser wants it, such as <code>https://127.0.0.1:8080</code>. */
    static Optional<String> at(ApplicationContext running) {
        if (!(running instanceof ServletWebServerApplicationContext web
                && web.getWebServer() instanceof TomcatWebServer server)) {
            return Optional.empty();
        }
        Connector connector = server.getTomcat().getConnector();
        InetAddress address =
                connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol ? protocol.getAddress() : null;
        String host = address == null ? "0.0.0.0" : address.getHostAddress();
        return Optional.of(connector.getScheme() + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + server.getPort());
    }
}
