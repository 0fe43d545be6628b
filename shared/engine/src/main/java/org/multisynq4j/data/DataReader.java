package org.multisynq4j.data;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multisynq4j.json.JsonArray;
import org.multisynq4j.json.JsonBoolean;
import org.multisynq4j.json.JsonNull;
import org.multisynq4j.json.JsonNumber;
import org.multisynq4j.json.JsonObject;
import org.multisynq4j.json.JsonString;
import org.multisynq4j.json.JsonValue;
import org.multisynq4j.snapshot.TypeCatalog;

/** Reads JSON as Java data of a wanted type; what does not fit is an error naming the path. */
final class DataReader {
    private final TypeCatalog catalog;

    DataReader(TypeCatalog catalog) {
        this.catalog = catalog;
    }

    Object read(JsonValue json, TypeRef type, String path, int depth) {
        if (depth > DataMapper.MAX_DEPTH) {
            throw new DataException(path, "nested deeper than " + DataMapper.MAX_DEPTH + " levels");
        }
        if (type.dimensions() > 0) {
            return array(json, type, path, depth);
        }
        if (type.name().startsWith("org.multisynq4j.json.")) {
            return json;
        }
        if (json instanceof JsonNull) {
            return absent(type);
        }
        return switch (type.name()) {
            case "boolean", "java.lang.Boolean" -> bool(json, type, path);
            case "byte", "java.lang.Byte" -> (byte) whole(json, type, path, Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "short", "java.lang.Short" -> (short) whole(json, type, path, Short.MIN_VALUE, Short.MAX_VALUE);
            case "int", "java.lang.Integer" -> (int) whole(json, type, path, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "long", "java.lang.Long" -> (long) whole(json, type, path, -9007199254740992.0, 9007199254740992.0);
            case "float", "java.lang.Float" -> (float) number(json, type, path);
            case "double", "java.lang.Double", "java.lang.Number" -> number(json, type, path);
            case "char", "java.lang.Character" -> character(json, type, path);
            case "java.lang.String", "java.lang.CharSequence" -> text(json, type, path);
            case "java.util.Optional" -> Optional.ofNullable(read(json, type.argument(0), path, depth));
            case "java.util.List", "java.util.Collection", "java.util.ArrayList", "java.lang.Iterable" ->
                items(json, type, path, depth, new ArrayList<>());
            case "java.util.LinkedList" -> items(json, type, path, depth, new LinkedList<>());
            case "java.util.Set", "java.util.LinkedHashSet" -> items(json, type, path, depth, new LinkedHashSet<>());
            case "java.util.SortedSet", "java.util.TreeSet" -> items(json, type, path, depth, new TreeSet<>());
            case "java.util.Map", "java.util.LinkedHashMap" -> members(json, type, path, depth, new LinkedHashMap<>());
            case "java.util.SortedMap", "java.util.TreeMap" -> members(json, type, path, depth, new TreeMap<>());
            case "java.lang.Object" -> natural(json, path, depth);
            default -> application(json, type, path, depth);
        };
    }

    /** What a missing or null member becomes, so that data of older versions can be read. */
    private Object absent(TypeRef type) {
        return switch (type.name()) {
            case "boolean" -> false;
            case "byte" -> (byte) 0;
            case "short" -> (short) 0;
            case "int" -> 0;
            case "long" -> 0L;
            case "float" -> 0f;
            case "double" -> 0.0;
            case "char" -> (char) 0;
            case "java.util.Optional" -> Optional.empty();
            case "java.util.List", "java.util.Collection", "java.util.ArrayList", "java.lang.Iterable" ->
                new ArrayList<>();
            case "java.util.LinkedList" -> new LinkedList<>();
            case "java.util.Set", "java.util.LinkedHashSet" -> new LinkedHashSet<>();
            case "java.util.SortedSet", "java.util.TreeSet" -> new TreeSet<>();
            case "java.util.Map", "java.util.LinkedHashMap" -> new LinkedHashMap<>();
            case "java.util.SortedMap", "java.util.TreeMap" -> new TreeMap<>();
            default -> null;
        };
    }

    private static DataException mismatch(JsonValue json, TypeRef type, String path) {
        return new DataException(path, "expected " + type + ", found " + kind(json));
    }

    private static String kind(JsonValue json) {
        if (json instanceof JsonNull) {
            return "null";
        } else if (json instanceof JsonBoolean) {
            return "a boolean";
        } else if (json instanceof JsonNumber number) {
            return "the number " + number.value();
        } else if (json instanceof JsonString) {
            return "a string";
        }
        return json instanceof JsonArray ? "an array" : "an object";
    }

    private static boolean bool(JsonValue json, TypeRef type, String path) {
        if (json instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw mismatch(json, type, path);
    }

    private static double number(JsonValue json, TypeRef type, String path) {
        if (json instanceof JsonNumber number) {
            return number.value();
        }
        throw mismatch(json, type, path);
    }

    private static double whole(JsonValue json, TypeRef type, String path, double min, double max) {
        double value = number(json, type, path);
        if (value != StrictMath.floor(value) || value < min || value > max) {
            throw mismatch(json, type, path);
        }
        return value;
    }

    private static String text(JsonValue json, TypeRef type, String path) {
        if (json instanceof JsonString string) {
            return string.value();
        }
        throw mismatch(json, type, path);
    }

    private static char character(JsonValue json, TypeRef type, String path) {
        String text = text(json, type, path);
        if (text.length() != 1) {
            throw mismatch(json, type, path);
        }
        return text.charAt(0);
    }

    private Collection<Object> items(JsonValue json, TypeRef type, String path, int depth, Collection<Object> into) {
        if (!(json instanceof JsonArray array)) {
            throw mismatch(json, type, path);
        }
        int index = 0;
        for (JsonValue item : array.items()) {
            into.add(read(item, type.argument(0), path + "[" + index + "]", depth + 1));
            index++;
        }
        return into;
    }

    private Map<Object, Object> members(
            JsonValue json, TypeRef type, String path, int depth, Map<Object, Object> into) {
        if (!(json instanceof JsonObject object)) {
            throw mismatch(json, type, path);
        }
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            String at = path + "." + member.getKey();
            into.put(
                    key(member.getKey(), type.argument(0), at),
                    read(member.getValue(), type.argument(1), at, depth + 1));
        }
        return into;
    }

    private Object key(String text, TypeRef type, String path) {
        try {
            return switch (type.name()) {
                case "java.lang.String", "java.lang.Object" -> text;
                case "java.lang.Integer" -> Integer.valueOf(text);
                case "java.lang.Long" -> Long.valueOf(text);
                case "java.lang.Short" -> Short.valueOf(text);
                default -> read(new JsonString(text), type, path, 0);
            };
        } catch (NumberFormatException e) {
            throw new DataException(path, "the key \"" + text + "\" is not a " + type);
        }
    }

    private Object natural(JsonValue json, String path, int depth) {
        if (json instanceof JsonBoolean bool) {
            return bool.value();
        } else if (json instanceof JsonNumber number) {
            return number.value();
        } else if (json instanceof JsonString string) {
            return string.value();
        } else if (json instanceof JsonArray) {
            return items(json, TypeRef.OBJECT, path, depth, new ArrayList<>());
        }
        return members(json, TypeRef.OBJECT, path, depth, new LinkedHashMap<>());
    }

    private Object array(JsonValue json, TypeRef type, String path, int depth) {
        TypeRef element = type.element();
        if (element.dimensions() == 0 && element.name().equals("byte") && json instanceof JsonString text) {
            try {
                return Base64.getDecoder().decode(text.value());
            } catch (IllegalArgumentException e) {
                throw new DataException(path, "is not base64");
            }
        }
        List<JsonValue> items;
        if (json instanceof JsonArray array) {
            items = array.items();
        } else if (json instanceof JsonNull) {
            items = List.of();
        } else {
            throw mismatch(json, type, path);
        }
        Object array = Array.newInstance(classOf(element, path), items.size());
        for (int i = 0; i < items.size(); i++) {
            Array.set(array, i, read(items.get(i), element, path + "[" + i + "]", depth + 1));
        }
        return array;
    }

    private Class<?> classOf(TypeRef type, String path) {
        if (type.dimensions() > 0) {
            return Array.newInstance(classOf(type.element(), path), 0).getClass();
        }
        return switch (type.name()) {
            case "boolean" -> boolean.class;
            case "byte" -> byte.class;
            case "short" -> short.class;
            case "char" -> char.class;
            case "int" -> int.class;
            case "long" -> long.class;
            case "float" -> float.class;
            case "double" -> double.class;
            case "java.lang.String" -> String.class;
            case "java.lang.Object" -> Object.class;
            default -> find(type, path);
        };
    }

    private Class<?> find(TypeRef type, String path) {
        return catalog.find(type.name())
                .orElseThrow(() -> new DataException(path, type.name() + " is not a class of the model's code"));
    }

    private Object application(JsonValue json, TypeRef type, String path, int depth) {
        Class<?> found = find(type, path);
        if (found.isEnum()) {
            return constant(found, text(json, type, path), path);
        }
        if (!RecordAccess.isRecord(found)) {
            throw new DataException(
                    path, type + " is neither a record nor an enum, so it cannot be read from saved data");
        }
        if (!(json instanceof JsonObject object)) {
            throw mismatch(json, type, path);
        }
        RecordAccess access = new RecordAccess(found, catalog);
        Object[] values = new Object[access.components().size()];
        for (int i = 0; i < values.length; i++) {
            TypeCatalog.Component component = access.components().get(i);
            String at = path + "." + component.name();
            JsonValue member = object.get(component.name()).orElse(JsonNull.NULL);
            values[i] = read(member, TypeRef.parse(component.signature()), at, depth + 1);
        }
        try {
            return access.make(values);
        } catch (IllegalArgumentException e) {
            throw new DataException(path, e.getMessage());
        }
    }

    private static Object constant(Class<?> type, String name, String path) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new DataException(path, type.getName() + " has no constant " + name);
    }
}
