package org.multisynq4j.scan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.multisynq4j.model.Model;
import org.multisynq4j.snapshot.TypeCatalog;
import org.multisynq4j.vm.EngineVersion;

/**
 * What the class files of a root model tell: {@code ModelScan.of(ChatModel.class).codeHash()}.
 *
 * <p>Immutable; a scan takes some tens of milliseconds. Everything it returns is the same on every machine for the same class files.
 */
public final class ModelScan {
    private final String root;
    private final ClassLoader loader;
    private final Library library;
    private final Scope scope;
    private final Reach reach;
    private Optional<Findings> findings = Optional.empty();
    private final SortedSet<String> stored;

    private ModelScan(String root, ClassFiles files, ClassLoader loader) {
        this.root = root;
        this.loader = loader;
        String internalRoot = root.replace('.', '/');
        library = new Library(files);
        if (library.find(internalRoot).isEmpty()) {
            throw new IllegalArgumentException("there is no class file of the model " + root + " on the class path");
        }
        if (!library.isSubtype(internalRoot, Library.MODEL)) {
            throw new IllegalArgumentException(
                    root + " is not a model: it does not extend " + Names.type(Library.MODEL));
        }
        scope = new Scope(internalRoot, library);
        reach = Reach.of(library, scope, internalRoot);
        stored = StoredTypes.of(library);
    }

    /** Scans a model that is loaded here. */
    public static ModelScan of(Class<? extends Model> root) {
        ClassLoader loader = root.getClassLoader();
        return new ModelScan(root.getName(), ClassFiles.of(loader), loader);
    }

    /**
     * Scans a model by its binary name without loading it.
     *
     * @throws IllegalArgumentException if there is no such class or it is no model
     */
    public static ModelScan of(String root, ClassFiles files) {
        return new ModelScan(root, files, ModelScan.class.getClassLoader());
    }

    /** The root model's binary name. */
    public String root() {
        return root;
    }

    /** What the scan refuses, in order of class and line; empty if the model computes the same everywhere. */
    public SortedSet<Problem> problems() {
        return findings().problems();
    }

    /** The methods that are exempt by {@code @Deterministic}; the build lists them. */
    public SortedSet<Exemption> exemptions() {
        return findings().exemptions();
    }

    /**
     * Fails if the scan refuses anything.
     *
     * @throws ModelRefusedException naming all problems
     */
    public ModelScan orThrow() {
        if (!problems().isEmpty()) {
            throw new ModelRefusedException(root, problems());
        }
        return this;
    }

    private synchronized Findings findings() {
        if (findings.isEmpty()) {
            findings = Optional.of(Checker.check(reach, library, scope));
        }
        return findings.get();
    }

    /** The application classes the model can reach, by binary name. */
    public SortedSet<String> classes() {
        SortedSet<String> names = new TreeSet<>();
        reach.classes().keySet().forEach(name -> names.add(Names.type(name)));
        return Collections.unmodifiableSortedSet(names);
    }

    /** The engine's classes that may appear in a snapshot beside the application's, by binary name. */
    public SortedSet<String> engineClasses() {
        return stored;
    }

    /** What {@link #codeHash} is made of: each reached class with its hash. */
    public SortedMap<String, String> hashInputs() {
        SortedMap<String, String> inputs = new TreeMap<>();
        reach.classes().forEach((name, node) -> inputs.put(Names.type(name), ClassDigest.of(node)));
        return Collections.unmodifiableSortedMap(inputs);
    }

    /** Each reached class with the hashes of its parts: {@code class}, {@code field x}, {@code method f(int)}. */
    SortedMap<String, SortedMap<String, String>> hashParts() {
        SortedMap<String, SortedMap<String, String>> parts = new TreeMap<>();
        reach.classes().forEach((name, node) -> parts.put(Names.type(name), ClassDigest.parts(node)));
        return parts;
    }

    /** 43 characters of base64url; equal for equal behaviour, different for different behaviour of any reached class. */
    public String codeHash() {
        SortedMap<String, String> inputs = hashInputs();
        return ClassDigest.hash(out -> {
            out.writeUTF("multisynq4j code");
            out.writeInt(EngineVersion.FORMAT);
            out.writeUTF(root);
            for (var input : inputs.entrySet()) {
                out.writeUTF(input.getKey());
                out.writeUTF(input.getValue());
            }
        });
    }

    /** The catalog for the JVM; its classes are loaded, without being initialised, by the loader of the root model. */
    public TypeCatalog catalog() {
        return new JvmCatalog(loader, classes(), engineClasses());
    }

    /** A record's components from its class file, or empty for a class that is no record. */
    public List<TypeCatalog.Component> recordComponents(String binaryName) {
        return library.find(binaryName.replace('.', '/')).map(Components::of).orElse(List.of());
    }
}
