package cadre.engine.language;

import org.jspecify.annotations.Nullable;

/**
 * The annotations of a rule. Sentences may hold placeholders such as <code>{$points}</code>.
 *
 * @param title the rule's name without its id, in English
 * @param titleZh {@code @title_zh}
 * @param basis {@code @basis}, the regulation or practice it rests on
 * @param dimension {@code @dimension}; required if the rule awards or deducts
 * @param atMost {@code @at_most}, name of the parameter that bounds the size of the sum of its points
 * @param says {@code @says}, the sentence of a firing in English
 * @param saysZh {@code @says_zh}
 */
public record Notes(
        String title,
        String titleZh,
        String basis,
        @Nullable String dimension,
        @Nullable String atMost,
        String says,
        String saysZh) {}
