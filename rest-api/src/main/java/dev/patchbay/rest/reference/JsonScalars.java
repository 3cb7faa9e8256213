package dev.patchbay.rest.reference;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** The plain scalars that mean the same in YAML 1.2 and JSON: NO is a country and 2026-04-15 a text. */
final class JsonScalars extends Resolver {

    @Override
    protected void addImplicitResolvers() {
        addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
        addImplicitResolver(Tag.NULL, Pattern.compile("null|~|"), "n~\0");
        addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
        addImplicitResolver(Tag.INT, Pattern.compile("-?(0|[1-9][0-9]*)"), "-0123456789");
        addImplicitResolver(
                Tag.FLOAT, Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?"), "-0123456789");
        addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
    }
}
