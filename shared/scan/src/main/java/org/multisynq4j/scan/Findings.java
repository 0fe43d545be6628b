package org.multisynq4j.scan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Collects problems, and puts those of exempt methods aside. */
final class Findings {
    private static final String DETERMINISTIC = "Lorg/multisynq4j/model/Deterministic;";
    private static final String LAMBDA = "lambda$";
    private static final Pattern LAMBDA_NAME = Pattern.compile("lambda\\$(.*?)(?:\\$[0-9a-f]{1,8})?\\$\\d+");

    private final SortedSet<Problem> problems = new TreeSet<>();
    private final Map<String, Exempt> exemptions = new TreeMap<>();

    private record Exempt(String className, String method, String reason, SortedSet<String> codes) {}

    SortedSet<Problem> problems() {
        return Collections.unmodifiableSortedSet(problems);
    }

    SortedSet<Exemption> exemptions() {
        SortedSet<Exemption> all = new TreeSet<>();
        exemptions.values().forEach(e -> all.add(new Exemption(e.className, e.method, e.reason, e.codes)));
        return Collections.unmodifiableSortedSet(all);
    }

    /** A problem of a whole method. */
    void add(Diagnostic diagnostic, ClassNode owner, MethodNode method, String what) {
        add(diagnostic, owner, method, firstLine(method), what, diagnostic.fix());
    }

    /** A problem at an instruction; {@code what} is the beginning of the sentence, as in "calls x". */
    void add(Diagnostic diagnostic, ClassNode owner, MethodNode method, AbstractInsnNode at, String what) {
        add(diagnostic, owner, method, at, what, diagnostic.fix());
    }

    /** A problem at an instruction, of which more is known about what to write instead. */
    void add(Diagnostic diagnostic, ClassNode owner, MethodNode method, AbstractInsnNode at, String what, String fix) {
        add(diagnostic, owner, method, line(at), what, fix);
    }

    private void add(Diagnostic diagnostic, ClassNode owner, MethodNode method, int line, String what, String fix) {
        Optional<Exempt> exempt = exemption(owner, method);
        if (exempt.isPresent() && diagnostic != Diagnostic.NO_REASON) {
            exempt.get().codes.add(diagnostic.code());
            return;
        }
        report(diagnostic, owner, sourceName(method), line, what, fix);
    }

    /** A problem of a class, at its first constructor. */
    void addMember(Diagnostic diagnostic, ClassNode owner, String member, String what) {
        report(diagnostic, owner, member, constructorLine(owner), what, diagnostic.fix());
    }

    /** A problem of a field, at the line where a constructor first writes it: class files know no other line of a field. */
    void addField(Diagnostic diagnostic, ClassNode owner, FieldNode field, String what) {
        for (MethodNode method : owner.methods) {
            for (AbstractInsnNode each : method.instructions) {
                if (method.name.equals("<init>")
                        && each instanceof FieldInsnNode put
                        && put.getOpcode() == Opcodes.PUTFIELD
                        && put.name.equals(field.name)) {
                    report(diagnostic, owner, field.name, line(each), what, diagnostic.fix());
                    return;
                }
            }
        }
        addMember(diagnostic, owner, field.name, what);
    }

    private void report(Diagnostic diagnostic, ClassNode owner, String member, int line, String what, String fix) {
        String simple = owner.name.substring(owner.name.lastIndexOf('/') + 1);
        String file = owner.sourceFile == null ? simple : owner.sourceFile;
        String message = what.isEmpty() ? diagnostic.says() : what + ", which " + diagnostic.says();
        problems.add(new Problem(diagnostic, Names.type(owner.name), member, file, line, message, fix));
    }

    /** Remembers the exemption of the method, if it has one, even if it turns out to break no rule. */
    void meet(ClassNode owner, MethodNode method) {
        exemption(owner, method)
                .filter(e -> e.reason.isBlank())
                .ifPresent(e -> add(Diagnostic.NO_REASON, owner, method, ""));
    }

    private Optional<Exempt> exemption(ClassNode owner, MethodNode method) {
        Optional<MethodNode> annotated = annotated(owner, method);
        if (annotated.isEmpty()) {
            return Optional.empty();
        }
        String reason = reason(annotated.get());
        String name = Names.method(annotated.get().name, annotated.get().desc);
        return Optional.of(exemptions.computeIfAbsent(
                owner.name + "." + name, k -> new Exempt(Names.type(owner.name), name, reason, new TreeSet<>())));
    }

    /** The method itself, or the one in which this lambda is written. */
    private static Optional<MethodNode> annotated(ClassNode owner, MethodNode method) {
        String written = writtenIn(method);
        return owner.methods.stream()
                .filter(m -> m == method || (method.name.startsWith(LAMBDA) && m.name.equals(written)))
                .filter(m -> isAnnotated(m))
                .findFirst();
    }

    private static boolean isAnnotated(MethodNode method) {
        return method.invisibleAnnotations != null
                && method.invisibleAnnotations.stream().anyMatch(a -> a.desc.equals(DETERMINISTIC));
    }

    private static String reason(MethodNode method) {
        for (AnnotationNode annotation : method.invisibleAnnotations) {
            if (annotation.desc.equals(DETERMINISTIC) && annotation.values != null) {
                return String.valueOf(annotation.values.get(1));
            }
        }
        return "";
    }

    private static String sourceName(MethodNode method) {
        if (method.name.startsWith(LAMBDA)) {
            return "lambda in " + writtenIn(method);
        }
        return Names.method(method.name, method.desc);
    }

    /**
     * {@code lambda$trim$3} was written in {@code trim}, and so was the serializable {@code lambda$trim$4f7e1b2a$1}; {@code new} and {@code static} are javac's names
     * for constructors and initialisers.
     */
    private static String writtenIn(MethodNode lambda) {
        Matcher matcher = LAMBDA_NAME.matcher(lambda.name);
        if (!matcher.matches()) {
            return lambda.name;
        }
        return switch (matcher.group(1)) {
            case "new" -> "<init>";
            case "static" -> "<clinit>";
            default -> matcher.group(1);
        };
    }

    static int line(AbstractInsnNode at) {
        for (AbstractInsnNode each = at; each != null; each = each.getPrevious()) {
            if (each instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    private static int firstLine(MethodNode method) {
        for (AbstractInsnNode each : method.instructions) {
            if (each instanceof LineNumberNode number) {
                return number.line;
            }
        }
        return 0;
    }

    private static int constructorLine(ClassNode owner) {
        return owner.methods.stream()
                .filter(m -> m.name.equals("<init>"))
                .mapToInt(Findings::firstLine)
                .findFirst()
                .orElse(0);
    }
}
