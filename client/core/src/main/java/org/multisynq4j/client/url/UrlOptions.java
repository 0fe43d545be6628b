package org.multisynq4j.client.url;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.multisynq4j.text.Numbers;

/**
 * The options in an address: {@code ?k=v&k2} and {@code #session&k=v&k2}; the fragment wins over the query.
 *
 * <p>Values are percent-decoded. A key without a value is {@code true}. Immutable. At most {@value #MAX_OPTIONS} pieces are read, the rest is ignored.
 */
public final class UrlOptions {
    /** More pieces than any page needs; a hostile address cannot make us keep thousands. */
    public static final int MAX_OPTIONS = 100;

    private final Map<String, String> values;

    private UrlOptions(Map<String, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /** Reads the pieces between {@code &}; each list holds raw (still encoded) pieces, later ones win. */
    static UrlOptions ofPieces(List<String> queryPieces, List<String> fragmentPieces) {
        Map<String, String> values = new TreeMap<>();
        List<String> all = new ArrayList<>(queryPieces);
        all.addAll(fragmentPieces);
        for (String piece : all.subList(0, Math.min(all.size(), MAX_OPTIONS))) {
            int equals = piece.indexOf('=');
            String key = PercentCode.decode(equals < 0 ? piece : piece.substring(0, equals));
            String value = equals < 0 ? "true" : PercentCode.decode(piece.substring(equals + 1));
            if (!key.isEmpty()) {
                values.put(key, value);
            }
        }
        return new UrlOptions(values);
    }

    /** The decoded text of an option; {@code "true"} for a key without a value. */
    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** True if the option is there and is neither {@code false} nor {@code 0} nor empty. */
    public boolean flag(String key) {
        String value = values.get(key);
        return value != null && !value.isEmpty() && !value.equals("false") && !value.equals("0");
    }

    /** The option as a finite decimal number; empty if it is missing or something else. */
    public OptionalDouble number(String key) {
        String value = values.get(key);
        if (value == null || !isDecimal(value)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Numbers.parse(value));
    }

    /** The option split at commas, without empty items: {@code debug=session,snapshot}. Square brackets around it are dropped. */
    public List<String> list(String key) {
        String value = values.getOrDefault(key, "");
        if (value.startsWith("[") && value.endsWith("]") && value.length() > 1) {
            value = value.substring(1, value.length() - 1);
        }
        List<String> items = new ArrayList<>();
        int from = 0;
        while (from <= value.length()) {
            int comma = value.indexOf(',', from);
            int to = comma < 0 ? value.length() : comma;
            String item = value.substring(from, to).trim();
            if (!item.isEmpty()) {
                items.add(item);
            }
            from = to + 1;
        }
        return List.copyOf(items);
    }

    /** All options, sorted by key. */
    public Map<String, String> all() {
        return values;
    }

    private static boolean isDecimal(String value) {
        int digits = 0;
        int dots = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                dots++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0 && digits <= 15 && dots <= 1;
    }
}
