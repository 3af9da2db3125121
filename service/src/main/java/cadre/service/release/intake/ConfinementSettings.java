package cadre.service.release.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the processes that check and compile may take.
 *
 * @param megabytes of heap; of classes they may take half as much
 * @param processorTime after which the system ends one
 * @param deadline after which the service ends one, whatever it was doing
 * @param checks how many uploads are checked at once
 * @param waiting how many more may wait for their turn
 */
@ConfigurationProperties("cadre.releases.confinement")
record ConfinementSettings(
        @DefaultValue("384") int megabytes,
        @DefaultValue("90s") Duration processorTime,
        @DefaultValue("4m") Duration deadline,
        @DefaultValue("1") int checks,
        @DefaultValue("8") int waiting) {}
