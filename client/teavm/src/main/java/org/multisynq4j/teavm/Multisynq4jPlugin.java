package org.multisynq4j.teavm;

import org.multisynq4j.teavm.library.LibraryCalls;
import org.multisynq4j.teavm.library.LibraryRepairs;
import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** TeaVM's way in; named in {@code META-INF/services/org.teavm.vm.spi.TeaVMPlugin}. */
public final class Multisynq4jPlugin implements TeaVMPlugin {
    @Override
    public void install(TeaVMHost host) {
        StayingChecks.install();
        LateNullChecks.install();
        NullCasts.install();
        boolean js = host.getExtension(TeaVMJavaScriptHost.class) != null;
        BuildScan scan = BuildScan.start(host.getClassLoader());
        host.add(new UnusedResults(host.getClassLoader()));
        // The redirection comes first: what it leaves alone is arithmetic.
        host.add(new MathRedirect());
        host.add(new ExactTransformer(js, scan));
        host.add(new IgnoredValues());
        if (js) {
            host.add(new NativeErrorHandlers());
            host.add(new UncheckedArrays());
        } else {
            host.add(new WasmStack());
        }
        host.add(new CodecShortcuts(js));
        host.add(new LibraryRepairs());
        host.add(new LibraryCalls(Targets::isOurs));
        // After whatever adds calls, which are uses, too.
        host.add(new TrySplitter());
        host.add(new FailingInitializers(scan));
        host.add(new CompiledModelsFiller(scan));
        host.add(new ArrayArguments());
        host.add(new LeanBouncyCastle());
        host.add(new LeanLibrary());
        host.add(new LeanRecords());
        if (!host.getProperties().getProperty(WorkerEntry.PROPERTY, "true").equals("false")) {
            host.add(new WorkerEntry());
        }
    }
}
