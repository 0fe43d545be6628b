package org.multisynq4j.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scan's tables beside its classes. */
final class Resources {
    private Resources() {}

    /** The lines that are neither empty nor comments. */
    static List<String> lines(String resource) {
        try (InputStream in = Resources.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the scan's own rules in " + resource + " cannot be read", e);
        }
    }
}
