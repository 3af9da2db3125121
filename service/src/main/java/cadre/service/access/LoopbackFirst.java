package cadre.service.access;

import java.net.InetAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/** Listens on loopback only for as long as there is no account, whatever was asked for: nobody could log in but a stranger. */
@Component
final class LoopbackFirst implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
    private static final Logger log = LoggerFactory.getLogger(LoopbackFirst.class);

    private final ObjectProvider<Accounts> accounts;

    LoopbackFirst(ObjectProvider<Accounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        InetAddress wanted = factory.getAddress();
        if ((wanted == null || !wanted.isLoopbackAddress())
                && accounts.getObject().none()) {
            log.warn(
                    "There is no account yet: listening on loopback only and not on {}. Start again once there is one.",
                    wanted == null ? "all addresses" : wanted.getHostAddress());
            factory.setAddress(InetAddress.getLoopbackAddress());
        }
    }

    /** After the settings were applied. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
