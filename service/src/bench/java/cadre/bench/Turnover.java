package cadre.bench;

import cadre.engine.edition.EditionSources;
import cadre.service.release.CityEdition;
import cadre.service.release.ServingReplica;
import cadre.service.release.Steps;
import cadre.service.release.intake.Intake;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Uploads, activations and retirements, one after another in one process, each of another release that judges a case before
 * it goes: what is left in memory after a collection must not grow.
 */
public final class Turnover {
    private Turnover() {}

    /** Arguments: how many, and after how many the first look is taken. */
    public static void main(String[] arguments) throws Exception {
        int most = Integer.parseInt(arguments[0]);
        int first = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("cadre-bench-turnover");
        String database = "jdbc:h2:file:" + folder.resolve("cadre") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        try (ServingReplica service = ServingReplica.start(database, folder.resolve("keys.pem"))) {
            Left begin = null;
            for (int i = 1; i <= most; i++) {
                once(service, i);
                if (i == first) {
                    begin = Left.now();
                    System.out.printf("after %d: %s%n", i, begin);
                } else if (i % 20 == 0 || i == most) {
                    System.out.printf("after %d: %s%n", i, Left.now().against(begin));
                }
            }
        }
        System.exit(0);
    }

    private static void once(ServingReplica service, int number) throws Exception {
        EditionSources sources = Intake.read(zip(CityEdition.files("city." + number, 1 + number % 98)));
        Steps steps = service.steps();
        String release = steps.approved(sources);
        steps.enforce(release);
        service.awaitLoaded(release);
        var answer = service.api().evaluate(CityEdition.CASE.formatted("C-" + number));
        if (answer.status() != 201 || !answer.text().contains(release)) {
            throw new IllegalStateException(answer.text());
        }
        steps.retire(release);
        service.awaitGone(release);
    }

    private static byte[] zip(Map<String, byte[]> files) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("city/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** What is in use after a collection. */
    private record Left(double heap, double metaspace, int classes) {
        static Left now() {
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            double metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getName().equals("Metaspace"))
                    .mapToLong((MemoryPoolMXBean pool) -> pool.getUsage().getUsed())
                    .sum();
            return new Left(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
                    metaspace / 1e6,
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }

        String against(Left begin) {
            return "%s; heap %+.1f %%, metaspace %+.1f %%, classes %+.1f %%"
                    .formatted(
                            this,
                            100 * (heap / begin.heap - 1),
                            100 * (metaspace / begin.metaspace - 1),
                            100.0 * classes / begin.classes - 100);
        }

        @Override
        public String toString() {
            return "heap %.1f MB, metaspace %.1f MB, %d classes".formatted(heap, metaspace, classes);
        }
    }
}
