package cadre.service.release;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All releases ever used, as stored. */
interface StoredReleases extends ListCrudRepository<StoredRelease, Integer> {
    Optional<StoredRelease> findByDigest(String digest);
}
