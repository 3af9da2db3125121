package cadre.engine.facts;

import java.time.LocalDate;

/**
 * Time in a post, against the profile of that post.
 *
 * @param id the record number at the source
 * @param post the post
 * @param from since when
 * @param matchesProfile whether the cadre fits the post's profile
 */
public record Tenure(String id, String post, LocalDate from, boolean matchesProfile) implements Fact {}
