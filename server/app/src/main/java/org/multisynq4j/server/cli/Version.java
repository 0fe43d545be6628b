package org.multisynq4j.server.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest. */
public final class Version implements IVersionProvider {
    /** The version, or a hint that this is no packaged build. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("unpackaged build");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"multisynq4j-server " + text(), "Java " + Runtime.version()};
    }
}
