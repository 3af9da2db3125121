package cadre.service.release;

import cadre.service.release.intake.ConfinedWork;
import java.io.IOException;

/** What the program does when it is started to check or compile an upload apart from the service. */
public final class ConfinedTask {
    /** The argument with which the program is started for this. */
    public static final String COMMAND = ConfinedWork.COMMAND;

    private ConfinedTask() {}

    /** Does the work that lies in the folder it was started in. */
    public static void run() throws IOException {
        ConfinedWork.run();
    }
}
