package org.multisynq4j.replay;

import org.multisynq4j.json.Json;
import org.multisynq4j.json.JsonNumber;

/** Numbers for people. */
final class Texts {
    private Texts() {}

    static String number(double value) {
        return Json.write(new JsonNumber(value));
    }
}
