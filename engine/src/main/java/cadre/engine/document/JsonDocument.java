package cadre.engine.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259) strictly: UTF-8, one value, no repeated key, nothing that JSON does not have (NaN, comments,
 * single quotes), no U+0000 and no half of a surrogate pair. Numbers stay texts, so that none is rounded or expanded.
 * Whatever the input, it throws nothing and needs memory in proportion to the limits.
 */
public final class JsonDocument {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final Intake intake;
    private final JsonParser parser;

    private JsonDocument(Intake intake, JsonParser parser) {
        this.intake = intake;
        this.parser = parser;
    }

    /** Reads a request body. */
    public static @Nullable Datum read(byte[] bytes, Problems problems) {
        return read("", bytes, DocumentLimits.DEFAULT, problems);
    }

    /** Reads a file. */
    public static @Nullable Datum read(String file, byte[] bytes, Problems problems) {
        return read(file, bytes, DocumentLimits.DEFAULT, problems);
    }

    /**
     * Reads no more of a stream than the limit and one byte; the caller closes it.
     *
     * @throws IOException if the stream cannot be read
     */
    public static @Nullable Datum read(InputStream stream, DocumentLimits limits, Problems problems)
            throws IOException {
        return read("", Intake.bytes(stream, limits), limits, problems);
    }

    /**
     * Reads JSON.
     *
     * @param file name for the places
     * @return the value, or null if it cannot be read; if it is read there may still be problems in it
     */
    public static @Nullable Datum read(String file, byte[] bytes, DocumentLimits limits, Problems problems) {
        Intake intake = new Intake(file, limits, problems);
        try {
            String text = intake.decode(bytes);
            try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
                return new JsonDocument(intake, parser).document(text);
            }
        } catch (Unreadable e) {
            problems.addAll(List.of(e.problem()));
            return null;
        }
    }

    private Datum document(String text) throws Unreadable {
        try {
            parser.nextToken();
            Datum datum = value("", 1);
            if (parser.nextToken() != null) {
                throw new Unreadable("document.trailing", here("", parser.currentTokenLocation()));
            }
            return datum;
        } catch (JacksonException e) {
            TokenStreamLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw new Unreadable(
                    "document.not-json",
                    here(parser.streamReadContext().pathAsPointer().toString(), location),
                    Intake.excerpt(text, location.getLineNr()));
        }
    }

    private Datum value(String pointer, int depth) throws Unreadable {
        Place place = here(pointer, parser.currentTokenLocation());
        intake.admit(place, depth);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_STRING -> intake.scalar(place, Datum.Kind.TEXT, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> intake.scalar(place, Datum.Kind.NUMBER, parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> intake.scalar(place, Datum.Kind.BOOLEAN, parser.getString());
            case VALUE_NULL -> intake.scalar(place, Datum.Kind.NOTHING, "null");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new Unreadable("document.not-json", place, token.name());
        };
    }

    private Datum mapping(Place place, int depth) throws Unreadable {
        Intake.Entries entries = intake.new Entries(place);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            TokenStreamLocation at = parser.currentTokenLocation();
            String pointer = entries.key(key, at.getLineNr(), at.getColumnNr());
            parser.nextToken();
            entries.put(key, value(pointer, depth + 1));
        }
        return entries.mapping();
    }

    private Datum sequence(Place place, int depth) throws Unreadable {
        Intake.Items items = new Intake.Items(place);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(items.nextPointer(), depth + 1));
        }
        return items.sequence();
    }

    private Place here(String pointer, TokenStreamLocation location) {
        return intake.place(Math.max(location.getLineNr(), 1), Math.max(location.getColumnNr(), 1), pointer);
    }
}
