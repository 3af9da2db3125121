package cadre.service.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of who may ask.
 *
 * @param scrapeToken lets a monitoring system read metrics and nothing else; none by default
 */
@ConfigurationProperties("cadre.access")
record AccessSettings(@Nullable String scrapeToken) {}
