package dev.patchbay.server.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.axonframework.util.MavenArtifactVersionResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.cfg.PackageVersion;

/**
 * By which code the state of an aggregate follows from its events, and is written down: a digest of all classes that could have a part in it. So
 * nobody has to remember to say that an aggregate has changed.
 */
final class CodeRevision {

    private static final Logger LOG = LoggerFactory.getLogger(CodeRevision.class);

    private static final ClassLoader LOADER = CodeRevision.class.getClassLoader();

    /** Those that decide what an aggregate is, how events become objects, and how a snapshot is written down. */
    private static final List<String> PARTS = List.of(
            "dev/patchbay/command/**/",
            "dev/patchbay/shared/**/",
            "dev/patchbay/server/",
            "dev/patchbay/server/log/**/",
            "dev/patchbay/server/snapshot/**/");

    private static final List<String> OF_AXON = List.of("axon-messaging", "axon-modelling", "axon-eventsourcing");

    private CodeRevision() {}

    /** That of the code that runs; one that nothing else has when it cannot be found out. */
    static String current() {
        return Current.REVISION;
    }

    /** Found out once: in one process it does not change. */
    private static final class Current {
        static final String REVISION = find();
    }

    private static String find() {
        try {
            return of(classes());
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "snapshots of aggregates serve until the next start only, the code that runs cannot be read: {}",
                    e.toString());
            return UUID.randomUUID().toString();
        }
    }

    /** Those that could have a part in it. */
    static List<Resource> classes() throws IOException {
        return classes(PARTS);
    }

    /** @throws IOException also when one of the parts has none: whoever has moved it would not notice otherwise */
    static List<Resource> classes(List<String> parts) throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver(LOADER);
        List<Resource> classes = new ArrayList<>();
        for (String part : parts) {
            List<Resource> found = List.of(resolver.getResources("classpath*:" + part + "*.class"));
            if (found.isEmpty()) {
                throw new IOException("there are no classes in " + part);
            }
            classes.addAll(found);
        }
        return classes;
    }

    /** That of some classes, in whatever order, and of the libraries that run them. */
    static String of(List<Resource> classes) throws IOException {
        MessageDigest digest = sha256();
        digest.update(PackageVersion.VERSION.toString().getBytes(StandardCharsets.UTF_8));
        for (String artifact : OF_AXON) {
            digest.update(axon(artifact).getBytes(StandardCharsets.UTF_8));
        }
        List<byte[]> contents = new ArrayList<>();
        for (Resource each : classes) {
            contents.add(sha256().digest(each.getContentAsByteArray()));
        }
        contents.stream().sorted(Arrays::compare).forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @throws IOException when it is not known which version it is */
    static String axon(String artifact) throws IOException {
        String version = new MavenArtifactVersionResolver("org.axonframework", artifact, LOADER).get();
        if (version == null) {
            throw new IOException("nobody knows the version of " + artifact);
        }
        return artifact + " " + version + "\n";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
