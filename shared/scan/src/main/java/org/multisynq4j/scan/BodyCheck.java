package org.multisynq4j.scan;

import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Looks at the instructions of one method, each by itself. */
final class BodyCheck {
    private static final String CONCAT = "java/lang/invoke/StringConcatFactory";
    /** Catching one of these makes visible how a platform fails, or how deep its stack is. */
    private static final Set<String> UNCATCHABLE = Set.of(
            "java/lang/Throwable",
            "java/lang/Error",
            "java/lang/VirtualMachineError",
            "java/lang/StackOverflowError",
            "java/lang/OutOfMemoryError",
            "java/lang/InternalError",
            "java/lang/LinkageError",
            "java/lang/StringIndexOutOfBoundsException");

    /** What every object has, unless its class has something better. */
    private static final Set<String> IDENTITIES = Set.of("hashCode", "toString");

    private static final Set<String> STABLE_HASHES = Set.of(
            "java/lang/String",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Short",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Boolean",
            "java/lang/Double",
            "java/lang/Float");

    private final Library library;
    private final Scope scope;
    private final Texts texts;
    private final PlatformCheck check;
    private final Findings findings;
    private final ClassNode owner;
    private final MethodNode method;

    BodyCheck(Library library, Scope scope, Findings findings, ClassNode owner, MethodNode method) {
        this.library = library;
        this.scope = scope;
        this.findings = findings;
        this.owner = owner;
        this.method = method;
        texts = new Texts(library);
        check = new PlatformCheck(library, scope);
    }

    void run() {
        if ((method.access & Opcodes.ACC_NATIVE) != 0) {
            findings.add(Diagnostic.NATIVE, owner, method, "");
        }
        if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            findings.add(Diagnostic.LOCK, owner, method, "");
        }
        if (method.name.equals("finalize") && method.desc.equals("()V")) {
            findings.add(Diagnostic.ENVIRONMENT, owner, method, "runs when the garbage collector pleases");
        }
        for (AbstractInsnNode each : method.instructions) {
            instruction(each);
        }
        method.tryCatchBlocks.forEach(this::caught);
    }

    private void instruction(AbstractInsnNode each) {
        for (PlatformUse use : PlatformUse.of(each)) {
            switch (use.kind()) {
                case MEMBER -> member(each, use);
                case BOOTSTRAP -> platform(each, use, "needs ");
                case TYPE -> mention(each, use);
            }
        }
        if (each instanceof InvokeDynamicInsnNode x && x.bsm.getOwner().equals(CONCAT)) {
            concat(x);
        } else if (each.getOpcode() == Opcodes.MONITORENTER) {
            findings.add(Diagnostic.LOCK, owner, method, each, "uses synchronized");
        }
    }

    private void member(AbstractInsnNode at, PlatformUse use) {
        if (at.getOpcode() == Opcodes.PUTSTATIC
                && !(method.name.equals("<clinit>") && use.owner().equals(owner.name))) {
            findings.add(Diagnostic.MUTABLE_STATIC, owner, method, at, "writes " + name(use));
        } else if (scope.isForbiddenToModels(use.owner())) {
            findings.add(Diagnostic.VIEW_CODE, owner, method, at, saying(use));
        } else {
            platform(at, use, "");
        }
    }

    /** Reports a use of the platform that is refused; what is known of hash codes and texts says more than that nothing is known. */
    private void platform(AbstractInsnNode at, PlatformUse use, String verb) {
        Optional<PlatformCheck.Refusal> refusal = check.refusalOf(use);
        boolean isUnknown = refusal.isEmpty() || refusal.get().diagnostic() == Diagnostic.NOT_COMPARED;
        if (isUnknown && use.kind() == PlatformUse.Kind.MEMBER && hashOrText(at, use)) {
            return;
        }
        if (refusal.isPresent() && isUnknown && isHash(use) && isInHash()) {
            return;
        }
        refusal.ifPresent(r -> findings.add(
                r.diagnostic(), owner, method, at, verb.isEmpty() ? saying(use) : verb + name(use), r.fix()));
    }

    private static String saying(PlatformUse use) {
        return use.isConstructor() ? "makes a " + Names.type(use.owner()) : "uses " + name(use);
    }

    private static String name(PlatformUse use) {
        return Names.type(use.owner()) + (use.name().isEmpty() ? "" : "." + use.name());
    }

    /** Reports a hash code that may be seen, or a text, that is not the same everywhere. */
    private boolean hashOrText(AbstractInsnNode at, PlatformUse use) {
        Optional<Diagnostic> problem = Optional.empty();
        if (at.getOpcode() == Opcodes.INVOKESPECIAL
                && use.owner().equals(Library.OBJECT)
                && IDENTITIES.contains(use.name())) {
            problem = Optional.of(Diagnostic.IDENTITY);
        } else if (isHash(use)) {
            problem = isInHash() || STABLE_HASHES.contains(use.owner())
                    ? Optional.empty()
                    : Optional.of(Diagnostic.IDENTITY);
        } else if (use.name().equals("toString") && use.descriptor().equals("()Ljava/lang/String;")) {
            problem = texts.problemOf(Type.getObjectType(use.owner())).filter(d -> d != Diagnostic.NOT_COMPARED);
        }
        problem.ifPresent(d -> findings.add(d, owner, method, at, saying(use)));
        return problem.isPresent();
    }

    /** A hash code that depends on what the hashed object is. */
    private static boolean isHash(PlatformUse use) {
        return switch (use.owner()) {
            case "java/util/Objects" -> use.name().equals("hash") || use.name().equals("hashCode");
            case "java/util/Arrays" ->
                use.name().equals("deepHashCode") || use.descriptor().equals("([Ljava/lang/Object;)I");
            default -> use.name().equals("hashCode") && use.descriptor().equals("()I");
        };
    }

    /** A model cannot see what a {@code hashCode()} answers: the order of no collection that it may use depends on it. */
    private boolean isInHash() {
        return method.name.equals("hashCode") && method.desc.equals("()I");
    }

    private void concat(InvokeDynamicInsnNode concat) {
        // The compiler passes a constant as an argument of its own when its text would be taken for a mark.
        if (concat.bsmArgs.length > 1) {
            findings.add(
                    Diagnostic.LACKING,
                    owner,
                    method,
                    concat,
                    "joins a constant with the character 1 or 2 to a text",
                    "put it into a StringBuilder with append((char) 1)");
        }
        for (Type argument : Type.getArgumentTypes(concat.desc)) {
            texts.problemOf(argument)
                    .ifPresent(d -> findings.add(
                            d, owner, method, concat, "joins a " + argument.getClassName() + " to a text"));
        }
    }

    private void mention(AbstractInsnNode at, PlatformUse use) {
        if (scope.isForbiddenToModels(use.owner())) {
            findings.add(Diagnostic.VIEW_CODE, owner, method, at, "names " + name(use));
        } else {
            platform(at, use, "names ");
        }
    }

    private void caught(TryCatchBlockNode block) {
        boolean swallows = block.type == null && Swallowing.by(block);
        boolean catches = block.type != null && UNCATCHABLE.contains(block.type) && !isWrittenByTheCompiler(block);
        AbstractInsnNode at = block.handler;
        while (at.getNext() != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        if (!swallows && !catches) {
            if (block.type != null && !UNCATCHABLE.contains(block.type)) {
                platform(at, PlatformUse.type(block.type), "catches ");
            }
            return;
        }
        findings.add(
                Diagnostic.CATCH,
                owner,
                method,
                at,
                swallows ? "leaves a finally block without throwing on" : "catches " + Names.type(block.type));
    }

    /** try-with-resources and record patterns catch everything and throw it again. */
    private static boolean isWrittenByTheCompiler(TryCatchBlockNode block) {
        int left = 20;
        for (AbstractInsnNode each = block.handler; each != null && left > 0; each = each.getNext(), left--) {
            if (each instanceof MethodInsnNode call
                    && (call.name.equals("addSuppressed") || call.owner.equals("java/lang/MatchException"))) {
                return true;
            }
        }
        return false;
    }
}
