package io.semisup4j.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads a path as the file system spells it; Jackson's own reader takes a colon for the end of a URI's scheme. */
final class PlainPath extends StdScalarDeserializer<Path> {
    private static final long serialVersionUID = 1;

    PlainPath() {
        super(Path.class);
    }

    @Override
    public Path deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString();
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            return (Path) context.handleWeirdStringValue(Path.class, text, "not a path");
        }
    }
}
