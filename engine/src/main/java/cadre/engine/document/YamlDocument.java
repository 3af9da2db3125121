package cadre.engine.document;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Reads one YAML 1.2 document by the core schema, UTF-8 with or without a byte order mark. Anchors, aliases, tags,
 * directives, a second document, repeated keys and keys that are not single values are refused. Numbers stay texts.
 * Whatever the input, it throws nothing and needs memory in proportion to the limits.
 */
public final class YamlDocument {
    private static final Pattern NOTHING = Pattern.compile("null|Null|NULL|~|");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
            + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
            + "|[-+]?(\\.inf|\\.Inf|\\.INF)|\\.nan|\\.NaN|\\.NAN");

    private final Intake intake;
    private final String text;
    private final Iterator<Event> events;

    private YamlDocument(Intake intake, String text, Iterator<Event> events) {
        this.intake = intake;
        this.text = text;
        this.events = events;
    }

    /**
     * Reads a YAML file.
     *
     * @param file name for the places
     * @return the value, or null if it cannot be read; if it is read there may still be problems in it
     */
    public static @Nullable Datum read(String file, byte[] bytes, Problems problems) {
        return read(file, bytes, DocumentLimits.DEFAULT, problems);
    }

    public static @Nullable Datum read(String file, byte[] bytes, DocumentLimits limits, Problems problems) {
        Intake intake = new Intake(file, limits, problems);
        try {
            String text = intake.decode(bytes);
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            return new YamlDocument(
                            intake, text, new Parse(settings).parseString(text).iterator())
                    .document();
        } catch (Unreadable e) {
            problems.addAll(List.of(e.problem()));
            return null;
        }
    }

    private Datum document() throws Unreadable {
        next();
        Event start = next();
        if (!(start instanceof DocumentStartEvent document)) {
            throw new Unreadable("document.empty", intake.start());
        }
        if (document.getSpecVersion().isPresent() || !document.getTags().isEmpty()) {
            intake.problems().add("document.directive", place(start, ""));
        }
        Datum datum = value(next(), "", 1);
        next();
        Event end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable("document.trailing", place(end, ""));
        }
        return datum;
    }

    private Event next() throws Unreadable {
        try {
            return events.next();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(mark -> place(mark, ""))
                    .orElse(intake.start());
            throw new WideSigns(text)
                    .before(place)
                    .orElse(new Unreadable("document.not-yaml", place, Intake.excerpt(text, place.line())));
        } catch (RuntimeException e) {
            throw new Unreadable("document.not-yaml", intake.start(), Intake.excerpt(text, 1));
        }
    }

    private Datum value(Event event, String pointer, int depth) throws Unreadable {
        Place place = place(event, pointer);
        intake.admit(place, depth);
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Unreadable("document.anchor", place);
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), place);
            return intake.scalar(
                    place, scalar.isPlain() ? kind(scalar.getValue()) : Datum.Kind.TEXT, scalar.getValue());
        }
        if (event instanceof CollectionStartEvent collection) {
            refuseTag(collection.getTag(), place);
            return event.getEventId() == Event.ID.MappingStart ? mapping(place, depth) : sequence(place, depth);
        }
        throw new Unreadable("document.not-yaml", place, event.getEventId().name());
    }

    private void refuseTag(Optional<String> tag, Place place) {
        tag.ifPresent(name -> intake.problems().add("document.tag", place, name));
    }

    private Datum mapping(Place place, int depth) throws Unreadable {
        Intake.Entries entries = intake.new Entries(place);
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            Place at = place(event, place.pointer());
            if (!(event instanceof ScalarEvent key) || key.getTag().isPresent()) {
                throw new Unreadable("document.key-not-text", at);
            }
            if (key.getAnchor().isPresent()) {
                throw new Unreadable("document.anchor", at);
            }
            Event value = next();
            Optional<WideSigns.Entry> meant = WideSigns.entry(key, value);
            String name = meant.map(WideSigns.Entry::key).orElse(key.getValue());
            String pointer = entries.key(name, at.line(), at.column());
            if (meant.isPresent()) {
                intake.problems()
                        .add(
                                "document.full-width-colon",
                                intake.place(
                                        at.line(), at.column() + meant.get().colon(), pointer),
                                name);
                String written = meant.get().value();
                Place after = place(value, pointer);
                intake.admit(after, depth + 1);
                entries.put(name, intake.scalar(after, kind(written), written));
            } else {
                entries.put(name, value(value, pointer, depth + 1));
            }
        }
        return entries.mapping();
    }

    private Datum sequence(Place place, int depth) throws Unreadable {
        Intake.Items items = new Intake.Items(place);
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(value(event, items.nextPointer(), depth + 1));
        }
        return items.sequence();
    }

    private static Datum.Kind kind(String plain) {
        if (NOTHING.matcher(plain).matches()) {
            return Datum.Kind.NOTHING;
        }
        if (BOOLEAN.matcher(plain).matches()) {
            return Datum.Kind.BOOLEAN;
        }
        return NUMBER.matcher(plain).matches() ? Datum.Kind.NUMBER : Datum.Kind.TEXT;
    }

    private Place place(Event event, String pointer) {
        return event.getStartMark().map(mark -> place(mark, pointer)).orElse(intake.start());
    }

    private Place place(Mark mark, String pointer) {
        return intake.place(mark.getLine() + 1, mark.getColumn() + 1, pointer);
    }
}
