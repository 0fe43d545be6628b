package org.multisynq4j.scan;

import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Runs every check over what a model reaches. */
final class Checker {
    private Checker() {}

    static Findings check(Reach reach, Library library, Scope scope) {
        Findings findings = new Findings();
        for (MethodId id : reach.methods()) {
            ClassNode owner = reach.classes().get(id.owner());
            MethodNode method =
                    Library.method(owner, id.name(), id.descriptor()).orElseThrow();
            if (!Texts.isSynthesised(method)) {
                findings.meet(owner, method);
                new BodyCheck(library, scope, findings, owner, method).run();
                new FlowCheck(library, findings, owner, method).run();
            }
        }
        new StateCheck(reach, library, scope, findings).run();
        reach.missing().forEach((name, from) -> {
            ClassNode owner = reach.classes().get(from);
            findings.addMember(Diagnostic.MISSING_CLASS, owner, Names.type(from), "names " + Names.type(name));
        });
        return findings;
    }
}
