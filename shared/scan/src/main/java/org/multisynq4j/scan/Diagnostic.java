package org.multisynq4j.scan;

/** Everything the scan refuses. The codes are stable: a rule that goes leaves its number unused. Each is explained in docs/errors.md. */
public enum Diagnostic {
    WALL_CLOCK(
            "M4J101",
            "reads the clock of one machine",
            "use now(), the session's time in ms, and future(...) for what happens later"),
    RANDOM(
            "M4J102",
            "draws random numbers that differ on each machine",
            "use the model's random(), random(bound), randomGaussian() and shuffle(list)"),
    UNIQUE_ID("M4J103", "makes an id that differs on each machine", "use generateId(), and String as its type"),
    THREAD(
            "M4J104",
            "is about threads",
            "do it at once, or later with future(...); plain fields need no protection, since a model runs on one thread"),
    LOCK(
            "M4J105",
            "locks",
            "leave the lock out: a model runs on one thread; use ArrayList, ArrayDeque and StringBuilder"),
    INPUT_OUTPUT(
            "M4J106",
            "reads or writes outside the model",
            "let a view do it and publish the result; use log(text) to write a line for the developer"),
    ENVIRONMENT(
            "M4J107",
            "depends on the environment of one machine",
            "pass what the model needs as options of the session"),
    IDENTITY(
            "M4J108",
            "depends on which object it is, or on a hash code that differs on each platform",
            "use ids or equals; write a hashCode() and toString() of your own; compare enums by ordinal() or name()"),
    HASH_ORDER(
            "M4J109",
            "has an order that differs on each platform",
            "use LinkedHashMap, LinkedHashSet, TreeMap, TreeSet, EnumMap or List; in collectors pass LinkedHashMap::new or toCollection(LinkedHashSet::new)"),
    UNSTABLE_ORDER(
            "M4J110",
            "has an order among equals that differs on each platform",
            "use a TreeSet or TreeMap whose comparator decides every tie"),
    PARALLEL("M4J111", "works in parallel", "use the sequential form"),
    MUTABLE_STATIC("M4J112", "is static state, and no snapshot holds it", "make it a field of a model"),
    FORMAT(
            "M4J113",
            "formats by rules that differ with locale and platform",
            "join strings with +, and numbers with Text.fixed(value, digits)"),
    NUMBER_TEXT(
            "M4J114",
            "turns floating-point numbers into text or back, which differs on each platform",
            "use Numbers.toText(value), Numbers.parse(text) and Text.fixed(value, digits) of org.multisynq4j.text"),
    LOCALE(
            "M4J115",
            "depends on the locale, time zone or character set of one machine",
            "pass Locale.ROOT or StandardCharsets.UTF_8"),
    INEXACT_MATH("M4J116", "computes differently on each platform", "use StrictMath with the same method name"),
    RAW_BITS("M4J117", "sees the bits of NaN, which differ on each platform", "use doubleToLongBits or floatToIntBits"),
    REFLECTION("M4J118", "is reflection or looks at the stack", "write the call out, or use an interface or a switch"),
    STREAM_SUM(
            "M4J119",
            "sums floating-point numbers by a method that differs on each platform",
            "add in a loop, or use reduce(0, (a, b) -> a + b)"),
    EXCEPTION_TEXT(
            "M4J120",
            "is the text of an exception that the platform may have made, and differs",
            "throw and catch an exception class of your own, whose text may be read"),
    CATCH(
            "M4J121",
            "not every platform throws alike",
            "catch RuntimeException or a class of your own; how deep a recursion may go differs, so bound it"),
    LACKING("M4J122", "browsers lack", "write it out by other methods; the browser's library is TeaVM 0.15"),
    VIEW_CODE(
            "M4J123",
            "is not for models: view code, or the inside of a client or of the engine",
            "publish an event; the view subscribes to it. Keep constants that both need in the model or a class of their own"),
    UNSTORABLE_LAMBDA(
            "M4J124",
            "no snapshot can hold",
            "declare the field as Action, Handler or an interface that extends java.io.Serializable"),
    UNSTORABLE_FIELD(
            "M4J125",
            "no snapshot can hold",
            "store what it is made of (numbers, strings, records, lists), or make the field transient and set it in start()"),
    TRANSIENT_NOT_REBUILT(
            "M4J126",
            "is transient and read, but set by no start(), so that it is empty after a restore",
            "set it in start(), or leave transient out"),
    NATIVE("M4J127", "is native", "write it in Java"),
    MISSING_CLASS("M4J128", "is not on the class path", "add the dependency that has it"),
    NO_CONSTRUCTOR(
            "M4J129",
            "cannot be made again from a snapshot",
            "add a constructor without parameters (any visibility), or make it a record; make inner, local and anonymous classes static and named"),
    NO_REASON("M4J130", "has @Deterministic without a reason", "say why the result is the same on every platform"),
    UNICODE(
            "M4J131",
            "depends on the version of Unicode, which differs between JDKs and browsers",
            "use lowerCase, upperCase, isLetter, isDigit, equalsIgnoringCase and compareIgnoringCase of org.multisynq4j.text.Text"),
    REGEX(
            "M4J132",
            "uses regular expressions, which match differently in browsers",
            "use Text.split(text, separator) of org.multisynq4j.text, indexOf, startsWith and charAt"),
    LIBRARY(
            "M4J133",
            "differs in browsers",
            "write it out by other methods; docs/determinism.md names some under \"The library\""),
    NOT_COMPARED(
            "M4J134",
            "was not compared on all platforms yet",
            "docs/determinism.md lists what was; write it by that, or say why it is the same everywhere with @Deterministic(\"reason\")");

    private final String code;
    private final String says;
    private final String fix;

    Diagnostic(String code, String says, String fix) {
        this.code = code;
        this.says = says;
        this.fix = fix;
    }

    /** The stable code, such as {@code M4J101}. */
    public String code() {
        return code;
    }

    /** What is wrong, as the rest of a sentence whose subject is the method or field. */
    public String says() {
        return says;
    }

    /** What to write instead. */
    public String fix() {
        return fix;
    }
}
