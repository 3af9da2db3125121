package cadre.engine.catalogue;

import cadre.engine.cases.Scenario;
import cadre.engine.edition.Edition;
import cadre.engine.edition.Titles;
import cadre.engine.wording.Asked;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The criteria of an edition for people to read, every text in both languages.
 *
 * @param about in force, scope, basis and release, each with what it is called
 * @param composition how points become a score, a total and a grade, one sentence after the other
 * @param dimensions in the order of the edition
 * @param grades highest first
 * @param chapters one for each dimension, then those of what stops, limits or sets aside, and of what follows
 * @param digest identity of the sources
 */
public record Catalogue(
        String edition,
        Titles title,
        List<Line> about,
        List<Titles> composition,
        List<Weight> dimensions,
        List<Band> grades,
        List<Chapter> chapters,
        String digest) {
    public Catalogue {
        about = List.copyOf(about);
        composition = List.copyOf(composition);
        dimensions = List.copyOf(dimensions);
        grades = List.copyOf(grades);
        chapters = List.copyOf(chapters);
    }

    /** The catalogue of an edition and of the cases that prove it. */
    public static Catalogue of(Edition edition, List<Scenario> cases) {
        return new Cataloguing(edition, cases).catalogue();
    }

    /** What something is called, and what it is. */
    public record Line(Titles label, Titles text) {}

    /**
     * A dimension and what it weighs.
     *
     * @param weight of 100
     */
    public record Weight(String code, Titles title, String weight, String start, String min, String max) {}

    /** A grade, and the total from which it is reached. */
    public record Band(Titles title, String from) {}

    /**
     * Criteria that belong together.
     *
     * @param code unique in the catalogue, for links
     */
    public record Chapter(String code, Titles title, List<Entry> entries) {
        public Chapter {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One criterion.
     *
     * @param question its title
     * @param asks what must be so for it to apply; empty if it always applies
     * @param effects what follows, with the bound on the sum of its points
     * @param says the sentence with which a result explains it
     */
    public record Entry(
            String id,
            Titles question,
            Titles basis,
            Titles stratum,
            List<Asked> asks,
            List<Titles> effects,
            Titles says,
            List<Quantity> numbers,
            List<String> applies,
            List<String> rests) {
        public Entry {
            asks = List.copyOf(asks);
            effects = List.copyOf(effects);
            numbers = List.copyOf(numbers);
            applies = List.copyOf(applies);
            rests = List.copyOf(rests);
        }
    }

    /** A parameter that a criterion reads, with its values by date, earliest first. */
    public record Quantity(String name, Titles title, Titles unit, List<Value> values) {
        public Quantity {
            values = List.copyOf(values);
        }
    }

    /**
     * A value and where it comes from.
     *
     * @param from first day it holds
     * @param until last day it holds, if another follows
     */
    public record Value(
            String value, LocalDate from, @Nullable LocalDate until, Titles reference) {}
}
