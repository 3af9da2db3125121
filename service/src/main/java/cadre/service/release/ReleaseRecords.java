package cadre.service.release;

import cadre.engine.document.Problems;
import cadre.engine.edition.Edition;
import cadre.engine.edition.EditionSources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.relational.core.conversion.DbActionExecutionException;
import org.springframework.stereotype.Component;

/** Keeps the sources of every release that was ever used, so that what it decided can be replayed. */
@Component
class ReleaseRecords {
    private final StoredReleases rows;

    ReleaseRecords(StoredReleases rows) {
        this.rows = rows;
    }

    /** The number of the release; it is stored first if it is new. */
    int enter(Release release) {
        Optional<StoredRelease> known = rows.findByDigest(release.digest());
        return Objects.requireNonNull(known.orElseGet(() -> insert(release)).number());
    }

    /** Stores sources that are new, inside a transaction. */
    void keep(EditionSources sources, Edition edition) {
        if (rows.findByDigest(edition.digest()).isEmpty()) {
            try {
                rows.save(row(sources, edition));
            } catch (DbActionExecutionException failed) {
                throw failed.getCause() instanceof DuplicateKeyException anotherReplica ? anotherReplica : failed;
            }
        }
    }

    private static StoredRelease row(EditionSources sources, Edition edition) {
        return new StoredRelease(
                null, edition.digest(), edition.code(), edition.version(), Instant.now(), zip(sources.files()));
    }

    private StoredRelease insert(Release release) {
        try {
            return rows.save(row(release.sources(), release.edition()));
        } catch (RuntimeException perhapsAnotherReplica) {
            if (perhapsAnotherReplica instanceof DuplicateKeyException
                    || perhapsAnotherReplica.getCause() instanceof DuplicateKeyException) {
                return rows.findByDigest(release.digest()).orElseThrow();
            }
            throw perhapsAnotherReplica;
        }
    }

    /**
     * The sources of a release.
     *
     * @throws IllegalStateException if the stored sources no longer have this digest
     */
    Optional<EditionSources> sources(String digest) {
        return rows.findByDigest(digest).map(row -> {
            EditionSources sources =
                    EditionSources.of(unzip(row.sources()), new Problems()).orElseThrow();
            if (!sources.digest().equals(digest)) {
                throw new IllegalStateException("the stored sources of release " + digest + " were altered");
            }
            return sources;
        });
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] zipped) {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
