package cadre.service;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Finds whoever holds a connection to the database and asks for another. In a busy service, when everybody holds one, each of them
 * would wait for ever.
 */
public final class OneConnectionEach implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Counted(source) : bean;
    }

    private static final class Counted extends DelegatingDataSource {
        private final ThreadLocal<Integer> held = ThreadLocal.withInitial(() -> 0);

        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (held.get() > 0 && !migrates()) {
                throw new IllegalStateException("a thread holds a connection and asks for another");
            }
            Connection connection = super.getConnection();
            Thread holder = Thread.currentThread();
            held.set(held.get() + 1);
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")
                                && !connection.isClosed()
                                && Thread.currentThread() == holder) {
                            held.set(held.get() - 1);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause() == null ? failed : failed.getCause();
                        }
                    });
        }

        /** Flyway takes two, before anybody else takes any. */
        private static boolean migrates() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().startsWith("org.flywaydb.")));
        }
    }
}
