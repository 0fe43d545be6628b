package org.multisynq4j.scan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.multisynq4j.scan.PlatformUse.Kind;
import org.objectweb.asm.tree.ClassNode;

/** Tells whether model code may use a member of the platform: no rule refuses it, and the list of compared members has it. */
final class PlatformCheck {
    private final Library library;
    private final Scope scope;

    PlatformCheck(Library library, Scope scope) {
        this.library = library;
        this.scope = scope;
    }

    /** What a use is refused for, and what to write instead. */
    record Refusal(Diagnostic diagnostic, String fix) {}

    /** Empty if the use is none of the platform, or is allowed. */
    Optional<Refusal> refusalOf(PlatformUse use) {
        Optional<PlatformUse> ofPlatform = resolve(use);
        if (ofPlatform.isEmpty()) {
            return Optional.empty();
        }
        PlatformUse resolved = ofPlatform.get();
        if (use.kind() == Kind.TYPE && ComparedMembers.get().names(use.owner())) {
            return Optional.empty();
        }
        Optional<Diagnostic> rule = rule(use);
        if (rule.isPresent()) {
            return Optional.of(new Refusal(rule.get(), rule.get().fix()));
        }
        return isListed(use, resolved) ? Optional.empty() : Optional.of(notListed(resolved));
    }

    /** The rule that a use breaks. */
    Optional<Diagnostic> rule(PlatformUse use) {
        Set<String> supertypes = library.supertypes(use.owner());
        return switch (use.kind()) {
            // What the compiler may let the platform make is on the list; anything else is reflection.
            case BOOTSTRAP -> Optional.empty();
            case TYPE -> CallRules.get().refusal(use.owner(), Set.of(), "", "");
            case MEMBER ->
                Scope.isPlatform(use.owner())
                        ? CallRules.get().refusal(use.owner(), supertypes, use.name(), use.descriptor())
                        // The text of an application's own exceptions is its own.
                        : CallRules.get()
                                .inheritedRefusal(supertypes, use.name(), use.descriptor())
                                .filter(d -> d != Diagnostic.EXCEPTION_TEXT);
        };
    }

    private boolean isListed(PlatformUse use, PlatformUse resolved) {
        Set<String> supertypes = library.supertypes(use.owner());
        return ComparedMembers.get().has(resolved, supertypes) || isOfObject(resolved, supertypes);
    }

    /** Other compilers than javac may name the receiver's class where the method is {@code Object}'s. */
    private boolean isOfObject(PlatformUse use, Set<String> supertypes) {
        if (!supertypes.contains(Library.OBJECT) || use.isConstructor()) {
            return false;
        }
        return !declares(use.owner(), use)
                && ComparedMembers.get().has(use.ofClass(Library.OBJECT), Set.of())
                && declaring(use, supertypes).equals(Optional.of(Library.OBJECT));
    }

    private Refusal notListed(PlatformUse use) {
        if (CallRules.get().isLacking(use.owner(), use.name(), use.descriptor())) {
            return new Refusal(Diagnostic.LACKING, Diagnostic.LACKING.fix());
        }
        List<String> neighbours = ComparedMembers.get().neighbours(use, library.supertypes(use.owner()));
        String fix = Diagnostic.NOT_COMPARED.fix();
        return new Refusal(
                Diagnostic.NOT_COMPARED,
                neighbours.isEmpty() ? fix : "compared are " + String.join(", ", neighbours) + "; " + fix);
    }

    /** The use of the platform that a use is: a class's own member is none, an inherited one is that of the nearest platform class that declares it. */
    Optional<PlatformUse> resolve(PlatformUse use) {
        if (Scope.isPlatform(use.owner())) {
            return Optional.of(use);
        }
        // Arrays have nothing of their own but clone().
        if (use.kind() != Kind.MEMBER || use.isConstructor() || use.owner().startsWith("[")) {
            return Optional.empty();
        }
        Set<String> all = new LinkedHashSet<>(Set.of(use.owner()));
        all.addAll(library.supertypes(use.owner()));
        if (!scope.isApplication(use.owner())
                || all.stream().anyMatch(each -> !Scope.isPlatform(each) && declares(each, use))) {
            return Optional.empty();
        }
        return declaring(use, all).map(use::ofClass);
    }

    private Optional<String> declaring(PlatformUse use, Set<String> candidates) {
        return candidates.stream().filter(each -> declares(each, use)).findFirst();
    }

    private boolean declares(String type, PlatformUse use) {
        Optional<ClassNode> found = library.find(type);
        if (use.descriptor().startsWith("(")) {
            String member = use.member();
            return found.filter(n -> n.methods.stream()
                            .anyMatch(m -> m.name.equals(use.name())
                                    && Names.parameters(m.name, m.desc).equals(member)))
                    .isPresent();
        }
        return found.filter(n -> n.fields.stream().anyMatch(f -> f.name.equals(use.name())))
                .isPresent();
    }
}
