package org.multisynq4j.scan;

/**
 * One finding of the scan.
 *
 * @param diagnostic which rule
 * @param className binary name of the class
 * @param member the method with its parameter types ({@code trim(int) : void} without the result if there is none), or the field
 * @param file the source file's name, or the class's if the class file does not tell
 * @param line from 1; 0 if the class file does not tell
 * @param message what is wrong
 * @param fix what to write instead
 */
public record Problem(
        Diagnostic diagnostic, String className, String member, String file, int line, String message, String fix)
        implements Comparable<Problem> {
    /** The rule's stable code, such as {@code M4J101}. */
    public String code() {
        return diagnostic.code();
    }

    /** {@code M4J101 Chat.java:12 com.example.Chat.trim() calls …: …; …} on one line. */
    @Override
    public String toString() {
        return code() + " " + file + ":" + line + " " + className + "." + member + " " + message + "; " + fix;
    }

    @Override
    public int compareTo(Problem other) {
        int byClass = className.compareTo(other.className);
        if (byClass != 0) {
            return byClass;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : toString().compareTo(other.toString());
    }
}
