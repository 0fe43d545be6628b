package org.multisynq4j.scan;

import java.util.List;
import org.multisynq4j.snapshot.TypeCatalog.Component;
import org.objectweb.asm.tree.ClassNode;

/** Record components as the class file lists them. */
final class Components {
    private Components() {}

    static List<Component> of(ClassNode node) {
        if (node.recordComponents == null) {
            return List.of();
        }
        return node.recordComponents.stream()
                .map(c -> new Component(c.name, c.signature == null ? c.descriptor : c.signature))
                .toList();
    }
}
