package cadre.engine.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, texts, decimals and truths. */
final class JsonTree {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonTree() {}

    /**
     * Reads one value.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static @Nullable Object read(byte[] json) {
        return read(json, Set.of());
    }

    /**
     * Reads an object up to the first field of this name; what comes behind is not looked at.
     *
     * @throws IllegalArgumentException if it is not an object in JSON as far as it is read
     */
    static Map<String, @Nullable Object> readUpTo(byte[] json, String end, Set<String> passedOver) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not an object");
            }
            return fields(parser, end, passedOver);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(notJson.getOriginalMessage(), notJson);
        }
    }

    /**
     * Reads one value without the fields of these names, wherever they stand.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static @Nullable Object read(byte[] json, Set<String> passedOver) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            Object value = value(parser, passedOver);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("text after the end");
            }
            return value;
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException(notJson.getOriginalMessage(), notJson);
        }
    }

    private static @Nullable Object value(JsonParser parser, Set<String> passedOver) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> fields(parser, null, passedOver);
            case START_ARRAY -> {
                List<@Nullable Object> array = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(value(parser, passedOver));
                }
                yield array;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("not a value: " + token);
        };
    }

    private static Map<String, @Nullable Object> fields(
            JsonParser parser, @Nullable String end, Set<String> passedOver) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (key.equals(end)) {
                break;
            }
            parser.nextToken();
            if (passedOver.contains(key)) {
                parser.skipChildren();
            } else {
                object.put(key, value(parser, passedOver));
            }
        }
        return object;
    }
}
