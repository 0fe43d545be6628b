package org.multisynq4j.client.jvm;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Exceptions as text. */
final class Stack {
    private Stack() {}

    static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString().stripTrailing();
    }
}
