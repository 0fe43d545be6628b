package org.multisynq4j.scan;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.multisynq4j.scan.PlatformUse.Kind;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * What class files use of the platform, as lines of {@link ComparedMembers}: the list must be what the compared programs use, so a test reads those programs with
 * the same eyes as the scan reads models. What a rule refuses is left out.
 */
public final class PlatformUses {
    private final Library library;
    private final PlatformCheck check;
    private final SortedSet<String> lines = new TreeSet<>();
    private final SortedSet<String> types = new TreeSet<>();

    private PlatformUses(Library library) {
        this.library = library;
        check = new PlatformCheck(library, new Scope("", library));
    }

    /**
     * The uses of these classes.
     *
     * @param binaryNames of classes that {@code files} has
     */
    public static SortedSet<String> of(ClassFiles files, Collection<String> binaryNames) {
        PlatformUses uses = new PlatformUses(new Library(files));
        binaryNames.forEach(uses::addClass);
        // A class of which a member is used may be named.
        for (String type : uses.types) {
            if (uses.lines.stream().noneMatch(line -> line.startsWith(type + " "))) {
                uses.lines.add(type);
            }
        }
        return uses.lines;
    }

    private void addClass(String binaryName) {
        ClassNode node = library.find(binaryName.replace('.', '/'))
                .orElseThrow(() -> new IllegalArgumentException("there is no class file of " + binaryName));
        for (MethodNode method : node.methods) {
            for (AbstractInsnNode each : method.instructions) {
                PlatformUse.of(each).forEach(this::add);
            }
            for (TryCatchBlockNode block : method.tryCatchBlocks) {
                if (block.type != null) {
                    add(PlatformUse.type(block.type));
                }
            }
        }
    }

    private void add(PlatformUse use) {
        check.resolve(use).filter(u -> check.rule(use).isEmpty()).ifPresent(resolved -> {
            if (use.kind() == Kind.TYPE) {
                types.add(resolved.line());
            } else {
                lines.add(resolved.line());
            }
        });
    }
}
