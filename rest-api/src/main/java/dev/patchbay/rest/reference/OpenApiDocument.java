package dev.patchbay.rest.reference;

import dev.patchbay.rest.answer.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.json.JsonMapper;

/** The approved OpenAPI document, which is kept in YAML for people, in JSON. */
@Component
final class OpenApiDocument {
    private static final String FILE = "/openapi/openapi.yaml";
    private static final int MOST_ALIASES = 10_000;

    private volatile @Nullable String json;

    String json() {
        String known = json;
        if (known == null) {
            known = convert();
            json = known;
        }
        return known;
    }

    private static String convert() {
        try (InputStream yaml = OpenApiDocument.class.getResourceAsStream(FILE)) {
            if (yaml == null) {
                throw Problem.unknownPath();
            }
            Object document = parser().load(yaml);
            return JsonMapper.shared().writeValueAsString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Yaml parser() {
        LoaderOptions loading = new LoaderOptions();
        loading.setMaxAliasesForCollections(MOST_ALIASES);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new JsonScalars());
    }
}
