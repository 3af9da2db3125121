package cadre.service;

import cadre.service.command.Commands;
import cadre.service.release.ConfinedTask;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The program: hands its arguments to the command line. */
public final class Cadre {
    private Cadre() {}

    public static void main(String[] arguments) throws IOException {
        if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            System.err.println("The default charset is " + Charset.defaultCharset()
                    + ", so Chinese text in rules would be misread. Start java with -Dfile.encoding=UTF-8.");
            System.exit(2);
        }
        if (arguments.length == 1 && arguments[0].equals(ConfinedTask.COMMAND)) {
            ConfinedTask.run();
            System.exit(0);
        }
        int status = new Commands(Service.class).execute(arguments);
        if (status != Commands.STAYS) {
            System.exit(status);
        }
    }
}
