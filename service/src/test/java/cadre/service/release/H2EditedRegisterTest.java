package cadre.service.release;

import cadre.service.Database;

class H2EditedRegisterTest extends EditedRegisterContract {
    @Override
    Database database() {
        return Database.H2;
    }
}
