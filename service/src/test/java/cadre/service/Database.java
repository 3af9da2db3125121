package cadre.service;

import java.nio.file.Path;
import java.util.Locale;

/** Where the service keeps its data. */
public enum Database {
    H2 {
        @Override
        public String url(Path folder) {
            return "jdbc:h2:file:" + folder.resolve("cadre")
                    + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
        }
    },
    POSTGRESQL {
        @Override
        public String url(Path folder) {
            return Postgres.newDatabase();
        }
    };

    /** The address of a new database. */
    public abstract String url(Path folder);

    /** As the folder of its own migrations is called. */
    public String vendor() {
        return name().toLowerCase(Locale.ROOT);
    }
}
