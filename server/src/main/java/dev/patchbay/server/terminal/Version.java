package dev.patchbay.server.terminal;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** Which release the jar is of. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"Patchbay " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}
