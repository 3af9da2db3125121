package cadre.service;

import java.nio.file.Path;

/** Where the packaged program keeps its data. */
enum Database {
    H2 {
        @Override
        String url(Path folder) {
            return "jdbc:h2:file:" + folder.resolve("cadre")
                    + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000";
        }
    },
    POSTGRESQL {
        @Override
        String url(Path folder) {
            return Postgres.newDatabase();
        }
    };

    /** The address of a new database. */
    abstract String url(Path folder);
}
