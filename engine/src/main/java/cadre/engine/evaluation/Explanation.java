package cadre.engine.evaluation;

import cadre.engine.edition.Edition;
import java.util.List;
import java.util.Locale;

/**
 * An outcome in words that the cadre understands, in one language: what came out, how it adds up, and why. Made from
 * the outcome, so that a stored one can be explained years later; the edition that judged adds titles of parameters and how
 * points were computed.
 *
 * @param title whom and what it is about
 * @param sections in the order of reading
 */
public record Explanation(String title, List<Section> sections) {
    public Explanation {
        sections = List.copyOf(sections);
    }

    /** Explains an outcome, in Chinese if that is asked for, else in English. */
    public static Explanation of(Outcome outcome, Locale language) {
        return new Explainer(outcome, Grounds.of(outcome, language)).explanation();
    }

    /**
     * The same, with what the edition knows: parameters by their titles, with units, and each computation in figures.
     *
     * @param edition that judged; another, told by its digest, adds nothing
     */
    public static Explanation of(Outcome outcome, Edition edition, Locale language) {
        return edition.digest().equals(outcome.release().digest())
                ? new Explainer(outcome, Grounds.of(outcome, edition, language)).explanation()
                : of(outcome, language);
    }

    /** What sections are about. */
    public enum Topic {
        RESULT,
        DIMENSIONS,
        TOTAL,
        REASONS,
        GRADE,
        OPEN,
        ATTENTION,
        RECOMMENDED,
        EXCLUDED,
        UNUSED
    }

    /** Parts under one heading; sections without parts are left out. */
    public record Section(Topic topic, String title, List<Part> parts) {
        public Section {
            parts = List.copyOf(parts);
        }
    }

    /** A piece of a section. */
    public sealed interface Part {
        /** A sentence. */
        record Line(String text) implements Part {}

        /** A label and what it stands for. */
        record Entry(String label, String value) implements Part {}

        /** Rows under a head, all of one length; the first column names, the others are numbers. */
        record Table(List<String> head, List<List<String>> rows) implements Part {
            public Table {
                head = List.copyOf(head);
                rows = List.copyOf(rows);
            }
        }

        /**
         * Why one criterion fired.
         *
         * @param number of the firing
         * @param criterion its id
         * @param title its title
         * @param says the sentence of the firing
         * @param effects what it did, a sentence each
         * @param grounds the facts, parameters and basis it rests on
         */
        record Reason(
                int number, String criterion, String title, String says, List<String> effects, List<Entry> grounds)
                implements Part {
            public Reason {
                effects = List.copyOf(effects);
                grounds = List.copyOf(grounds);
            }
        }
    }
}
