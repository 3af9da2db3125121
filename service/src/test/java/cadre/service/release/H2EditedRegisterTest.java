package cadre.service.release;

class H2EditedRegisterTest extends EditedRegisterContract {
    @Override
    String database() {
        return "jdbc:h2:file:" + folder.resolve("cadre") + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_DELAY=-1";
    }

    @Override
    String vendor() {
        return "h2";
    }
}
