package org.multisynq4j.scan;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

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
        if (each instanceof MethodInsnNode x) {
            call(each, x.owner, x.name, x.desc);
        } else if (each instanceof FieldInsnNode x) {
            field(x);
        } else if (each instanceof InvokeDynamicInsnNode x) {
            if (x.bsm.getOwner().equals(CONCAT)) {
                concat(x);
            }
            for (Object argument : x.bsmArgs) {
                if (argument instanceof Handle handle) {
                    call(each, handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        } else if (each instanceof TypeInsnNode x) {
            mention(each, Type.getObjectType(x.desc));
        } else if (each instanceof LdcInsnNode x && x.cst instanceof Type type) {
            mention(each, type);
        } else if (each.getOpcode() == Opcodes.MONITORENTER) {
            findings.add(Diagnostic.LOCK, owner, method, each, "uses synchronized");
        }
    }

    private void call(AbstractInsnNode at, String of, String name, String descriptor) {
        String what = name.equals("<init>") ? "makes a " + Names.type(of) : "uses " + Names.type(of) + "." + name;
        if (of.startsWith("[") || scope.isApplication(of)) {
            Optional<Diagnostic> inherited = inheritedRefusal(of, name, descriptor);
            if (inherited.isPresent()) {
                findings.add(inherited.get(), owner, method, at, what);
            } else {
                hashOrText(at, of, name, descriptor, what);
            }
            return;
        }
        if (scope.isForbiddenToModels(of)) {
            findings.add(Diagnostic.VIEW_CODE, owner, method, at, what);
            return;
        }
        if (!Scope.isPlatform(of)) {
            return;
        }
        // A constructor's call of its superclass's constructor says nothing that the class's declaration does not say.
        boolean superCall = name.equals("<init>") && method.name.equals("<init>") && of.equals(owner.superName);
        Optional<Diagnostic> refusal = CallRules.get().refusal(of, library.supertypes(of), name, descriptor);
        if (refusal.isPresent() && !(superCall && refusal.get() == Diagnostic.LACKING)) {
            findings.add(refusal.get(), owner, method, at, what);
        } else {
            hashOrText(at, of, name, descriptor, what);
        }
    }

    /** What an application class inherits from the platform; the text of its own exceptions is its own. */
    private Optional<Diagnostic> inheritedRefusal(String of, String name, String descriptor) {
        Set<String> supertypes = library.supertypes(of);
        boolean own = Stream.concat(Stream.of(of), supertypes.stream())
                .filter(each -> !Scope.isPlatform(each))
                .anyMatch(each -> library.find(each)
                        .flatMap(n -> Library.method(n, name, descriptor))
                        .isPresent());
        if (own) {
            return Optional.empty();
        }
        return CallRules.get()
                .inheritedRefusal(supertypes, name, descriptor)
                .filter(d -> d != Diagnostic.EXCEPTION_TEXT);
    }

    private void hashOrText(AbstractInsnNode at, String of, String name, String descriptor, String what) {
        boolean inHash = method.name.equals("hashCode");
        if (name.equals("hashCode") && descriptor.equals("()I") && !inHash && !STABLE_HASHES.contains(of)) {
            findings.add(Diagnostic.IDENTITY, owner, method, at, what);
        } else if (!inHash && of.equals("java/util/Objects") && (name.equals("hash") || name.equals("hashCode"))) {
            findings.add(Diagnostic.IDENTITY, owner, method, at, what);
        } else if (!inHash
                && of.equals("java/util/Arrays")
                && (name.equals("deepHashCode") || descriptor.equals("([Ljava/lang/Object;)I"))) {
            findings.add(Diagnostic.IDENTITY, owner, method, at, what);
        } else if (name.equals("toString") && descriptor.equals("()Ljava/lang/String;")) {
            texts.problemOf(Type.getObjectType(of)).ifPresent(d -> findings.add(d, owner, method, at, what));
        }
    }

    private void concat(InvokeDynamicInsnNode concat) {
        for (Type argument : Type.getArgumentTypes(concat.desc)) {
            texts.problemOf(argument)
                    .ifPresent(d -> findings.add(
                            d, owner, method, concat, "joins a " + argument.getClassName() + " to a text"));
        }
    }

    private void field(FieldInsnNode field) {
        boolean ownInitialiser = method.name.equals("<clinit>") && field.owner.equals(owner.name);
        String what = "uses " + Names.type(field.owner) + "." + field.name;
        if (field.getOpcode() == Opcodes.PUTSTATIC && !ownInitialiser) {
            findings.add(
                    Diagnostic.MUTABLE_STATIC,
                    owner,
                    method,
                    field,
                    "writes " + Names.type(field.owner) + "." + field.name);
        } else if (scope.isForbiddenToModels(field.owner)) {
            findings.add(Diagnostic.VIEW_CODE, owner, method, field, what);
        } else if (Scope.isPlatform(field.owner)) {
            CallRules.get()
                    .refusal(field.owner, Set.of(), field.name, field.desc)
                    .ifPresent(d -> findings.add(d, owner, method, field, what));
        }
    }

    private void mention(AbstractInsnNode at, Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() == Type.OBJECT && scope.isForbiddenToModels(element.getInternalName())) {
            findings.add(Diagnostic.VIEW_CODE, owner, method, at, "names " + element.getClassName());
        }
    }

    private void caught(TryCatchBlockNode block) {
        boolean swallows = block.type == null && Swallowing.by(block);
        boolean catches = block.type != null && UNCATCHABLE.contains(block.type) && !isWrittenByTheCompiler(block);
        if (!swallows && !catches) {
            return;
        }
        AbstractInsnNode at = block.handler;
        while (at.getNext() != null && at.getOpcode() < 0) {
            at = at.getNext();
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
