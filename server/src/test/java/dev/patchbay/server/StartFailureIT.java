package dev.patchbay.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.ApplicationContextFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StartFailureIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PATCHBAY_ADMIN_API_KEY|short|patchbay.admin.api.key (PATCHBAY_ADMIN_API_KEY) must be 32 letters or digits,"
                        + " and patchbay.admin.api.secret (PATCHBAY_ADMIN_API_SECRET) 64",
                "PATCHBAY_ADMIN_EMAIL|nobody|patchbay.admin.email (PATCHBAY_ADMIN_EMAIL) must be an e-mail address,"
                        + " not 'nobody'",
                "PATCHBAY_ROLES|query,api|patchbay.roles (PATCHBAY_ROLES) names some of the roles, so the others are those of"
                        + " other processes: patchbay.store (PATCHBAY_STORE) must be axon-server, where they meet",
                "PATCHBAY_ROLES|king|patchbay.roles = 'king': 'king' is none of command, query, api",
                "PATCHBAY_STORE|mysql|patchbay.store = 'mysql': 'mysql' is none of sqlite, postgres, axon-server",
                "SERVER_PORT|abc|server.port = 'abc': 'abc' is not a valid Integer",
                "PATCHBAY_DEFAULT_REGION|XX|patchbay.default-region must be a region with a numbering plan,"
                        + " such as US or LT, not 'XX'",
                "PATCHBAY_TWILIO_AUTH_TOKENS_ACME|a secret|patchbay.twilio.auth.tokens.acme"
                        + " (PATCHBAY_TWILIO_AUTH_TOKENS_...) must end with the id of an account, such as 1",
                "PATCHBAY_TWILIO_AUTH_TOKENS|a secret|patchbay.twilio.auth.tokens:"
                        + " this is not one value, but one for each name that follows"
            },
            quoteCharacter = '"')
    void says_which_setting_is_bad(String variable, String value, String line) {
        SpringApplication application = new SpringApplication(Patchbay.class);
        application.addInitializers(RunningServer::readClassesOnce);
        application.setEnvironment(having(Map.of("PATCHBAY_DATA_DIR", directory.toString(), variable, value)));

        Throwable failure = catchThrowable(application::run);

        assertThat(StartFailure.explain(failure)).isEqualTo(line);
    }

    /** What there is where only these variables are set. */
    private static ConfigurableEnvironment having(Map<String, Object> variables) {
        ConfigurableEnvironment environment =
                ApplicationContextFactory.DEFAULT.createEnvironment(WebApplicationType.SERVLET);
        environment
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return environment;
    }
}
