package org.multisynq4j.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.multisynq4j.text.HardNumbers;

/** Random trees with awkward numbers and strings, and random damage to texts. */
final class RandomJson {
    private static final String PIECES = "{}[]\",:\\tfnu0123456789.eE+- \n\u0000\u00e9\ud83d\ude00truefalsenull";

    private final Random random;
    private final HardNumbers numbers;

    RandomJson(Random random) {
        this.random = random;
        numbers = new HardNumbers(random.nextLong());
    }

    JsonValue value(int depth) {
        switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0:
                return JsonNull.NULL;
            case 1:
                return JsonValue.of(random.nextBoolean());
            case 2:
                return JsonValue.of(random.nextInt(100));
            case 3:
                // Both zeros are written as 0.
                return JsonValue.of(numbers.next() + 0.0);
            case 4:
                return JsonValue.of(string());
            case 5:
                List<JsonValue> items = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    items.add(value(depth - 1));
                }
                return JsonValue.of(items);
            default:
                JsonObject.Builder members = JsonObject.builder();
                for (int i = random.nextInt(5); i > 0; i--) {
                    members.put(string(), value(depth - 1));
                }
                return members.build();
        }
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            out.append(random.nextInt(4) > 0 ? (char) (' ' + random.nextInt(95)) : (char) random.nextInt(0x10000));
        }
        return out.toString();
    }

    static String broken(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(out.length() + 1);
            char piece = PIECES.charAt(random.nextInt(PIECES.length()));
            switch (random.nextInt(3)) {
                case 0:
                    out.insert(at, piece);
                    break;
                case 1:
                    if (at < out.length()) {
                        out.setCharAt(at, piece);
                    }
                    break;
                default:
                    out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(3)));
            }
        }
        return out.toString();
    }
}
