package org.multisynq4j.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.multisynq4j.text.Numbers;

/** Recursive descent over one text; used once. */
final class JsonParser {
    private final String text;
    private final int length;
    private final int maxDepth;
    private int at;

    JsonParser(String text, JsonLimits limits) {
        this.text = text;
        this.length = text.length();
        this.maxDepth = limits.maxDepth();
        if (length > limits.maxChars()) {
            throw new JsonException(
                    limits.maxChars(), "the text has " + length + " characters, the limit is " + limits.maxChars());
        }
    }

    JsonValue parse() {
        skipSpace();
        JsonValue value = value(0);
        skipSpace();
        if (at < length) {
            throw error("nothing may follow the value, found " + found());
        }
        return value;
    }

    private JsonValue value(int depth) {
        if (at == length) {
            throw error("expected a value, found the end");
        }
        char c = text.charAt(at);
        switch (c) {
            case '{':
                return object(depth + 1);
            case '[':
                return array(depth + 1);
            case '"':
                return new JsonString(string());
            case 't':
                return literal("true", JsonBoolean.TRUE);
            case 'f':
                return literal("false", JsonBoolean.FALSE);
            case 'n':
                return literal("null", JsonNull.NULL);
            default:
                if (c == '-' || isDigit(c)) {
                    return number();
                }
                throw error("expected a value, found " + found());
        }
    }

    private JsonValue literal(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw error("expected " + word);
        }
        at += word.length();
        return value;
    }

    private JsonObject object(int depth) {
        enter(depth);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        skipSpace();
        if (take('}')) {
            return JsonObject.EMPTY;
        }
        do {
            skipSpace();
            if (at == length || text.charAt(at) != '"') {
                throw error("expected a member name in double quotes, found " + found());
            }
            int nameAt = at;
            String name = string();
            skipSpace();
            if (!take(':')) {
                throw error("expected ':' after a member name, found " + found());
            }
            skipSpace();
            if (members.put(name, value(depth)) != null) {
                throw new JsonException(nameAt, "the object already has a member of this name");
            }
            skipSpace();
        } while (take(','));
        if (!take('}')) {
            throw error("expected ',' or '}' after a member, found " + found());
        }
        return new JsonObject(members);
    }

    private JsonArray array(int depth) {
        enter(depth);
        skipSpace();
        if (take(']')) {
            return JsonArray.EMPTY;
        }
        List<JsonValue> items = new ArrayList<>();
        do {
            skipSpace();
            items.add(value(depth));
            skipSpace();
        } while (take(','));
        if (!take(']')) {
            throw error("expected ',' or ']' after an item, found " + found());
        }
        return new JsonArray(items);
    }

    /** Steps over the opening bracket. */
    private void enter(int depth) {
        if (depth > maxDepth) {
            throw error("nested deeper than the limit of " + maxDepth);
        }
        at++;
    }

    private String string() {
        int start = ++at;
        while (at < length) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return stringWithEscapes(start);
            }
            if (c < ' ') {
                throw error("a control character in a string must be escaped");
            }
            at++;
        }
        throw error("a string is not closed");
    }

    private String stringWithEscapes(int start) {
        StringBuilder out = new StringBuilder(at - start + 32).append(text, start, at);
        while (at < length) {
            char c = text.charAt(at++);
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                at--;
                throw error("a control character in a string must be escaped");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        throw error("a string is not closed");
    }

    private char escaped() {
        if (at == length) {
            throw error("a string is not closed");
        }
        char c = text.charAt(at++);
        switch (c) {
            case '"':
            case '\\':
            case '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return hex();
            default:
                at--;
                throw error("no such escape: \\ before " + found());
        }
    }

    private char hex() {
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = at < length ? hexDigit(text.charAt(at)) : -1;
            if (digit < 0) {
                throw error("expected four hexadecimal digits after \\u, found " + found());
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private static int hexDigit(char c) {
        if (isDigit(c)) {
            return c - '0';
        }
        int lower = c | 0x20;
        // Without the first test, characters beyond ASCII could be taken for letters.
        return c < 0x80 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private JsonNumber number() {
        int start = at;
        take('-');
        if (take('0')) {
            if (at < length && isDigit(text.charAt(at))) {
                throw error("a number must not start with 0");
            }
        } else {
            digits();
        }
        if (take('.')) {
            digits();
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        double value = Numbers.parse(text, start, at);
        if (value - value != 0) {
            throw new JsonException(start, "the number is too large");
        }
        return new JsonNumber(value);
    }

    private void digits() {
        int start = at;
        while (at < length && isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw error("expected a digit, found " + found());
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean take(char c) {
        if (at < length && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < length) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
                return;
            }
            at++;
        }
    }

    private String found() {
        if (at >= length) {
            return "the end";
        }
        char c = text.charAt(at);
        return c > ' ' && c < 0x7f ? "'" + c + "'" : "the character with code " + (int) c;
    }

    private JsonException error(String reason) {
        return new JsonException(at, reason);
    }
}
