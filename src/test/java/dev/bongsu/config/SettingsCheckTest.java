package dev.bongsu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/// What the check of the settings lets pass, and how it says the rest.
class SettingsCheckTest {
  private final MutablePropertySources sources = new MutablePropertySources();
  private final ConfigurableEnvironment environment = emptyEnvironment();
  @TempDir private Path folder;

  @Test
  void passesTheShippedSettings() throws IOException {
    yaml(new FileSystemResource("config/application.yaml"));
    assertThat(problems()).isEmpty();
  }

  @Nested
  class UnknownName {
    @Test
    void inTheEnvironment() {
      variables(Map.of("BONGSU_FEED_INTERVALL", "2s"));
      assertThat(problems())
          .containsExactly(
              "unknown setting BONGSU_FEED_INTERVALL (environment);"
                  + " did you mean BONGSU_FEED_INTERVAL?");
    }

    @Test
    void inAnArgument() {
      arguments("--bongsu.feed.intervall=2s");
      assertThat(problems())
          .containsExactly(
              "unknown setting bongsu.feed.intervall (argument);"
                  + " did you mean bongsu.feed.interval?");
    }

    @Test
    void inYamlIsFoundWithItsLine() throws IOException {
      Path file = Files.writeString(folder.resolve("a.yaml"), "bongsu:\n  feed:\n    poll: 2s\n");
      yaml(new FileSystemResource(file));
      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("unknown setting bongsu.feed.poll (")
          .contains("a.yaml, line 3)");
    }

    @Test
    void withoutAnyNeighbourIsSaidWithoutAGuess() {
      arguments("--bongsu.kitchen.temperature.outside=20");
      assertThat(problems())
          .containsExactly("unknown setting bongsu.kitchen.temperature.outside (argument)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bongsu.feed.min.interval", "bongsu.feed.interval[0]", "bongsu.feed"})
    void isWhatBindsToNothing(String name) {
      arguments("--" + name + "=2s");
      assertThat(problems()).singleElement().asString().startsWith("unknown setting " + name + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BONGSU_FEEDINTERVAL", "BONGSU_FEED_INTERVAL_0", "BONGSU_SERVER_PORT"})
    void isWhatBindsToNothingInTheEnvironment(String name) {
      variables(Map.of(name, "2"));
      assertThat(problems()).singleElement().asString().startsWith("unknown setting " + name + " ");
    }
  }

  @Nested
  class KnownName {
    @ParameterizedTest
    @CsvSource({
      "BONGSU_FEED_MIN_INTERVAL, 7s",
      "BONGSU_FEED_MININTERVAL, 7s",
      "bongsu.feed.min-interval, 7s",
      "BONGSU_HTTP_ALLOW, ''",
      "BONGSU_HTTP_ALLOW, '127.0.0.1:80,[::1]:8080'",
      "BONGSU_HTTP_ALLOW_0, localhost:80",
      "BONGSU_HTTP_ALLOW_0_, localhost:80",
      "SPRING_DATASOURCE_URL, jdbc:postgresql://127.0.0.1/bongsu",
      "BONGSUS_OWN, anything"
    })
    void passesInTheEnvironment(String name, String value) {
      variables(Map.of(name, value));
      assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "bongsu.feed.minInterval=7s",
          "bongsu.feed.min_interval=7s",
          "BONGSU.Feed.Interval=7s",
          "bongsu.http.allow=a:1,b:2",
          "bongsu.http.allow[0]=a:1",
          "bongsu.http.allow="
        })
    void passesAsArgument(String argument) {
      arguments("--" + argument);
      assertThat(problems()).isEmpty();
    }

    @Test
    void passesWhereAGroupHoldsOnlyComments() throws IOException {
      String text = "bongsu:\n  console:\n  # enabled: true\n";
      yaml(new ByteArrayResource(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
      assertThat(problems()).isEmpty();
    }
  }

  @Nested
  class BadValue {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "BONGSU_FEED_INTERVAL|soon|bongsu.feed.interval must be a duration such as 15m, 45s or"
              + " 250ms, not 'soon'",
          "BONGSU_FEED_INTERVAL|-1s|bongsu.feed.interval must be positive, not '-1s'",
          "BONGSU_HTTP_MAX_BODY|big|bongsu.http.max-body must be a size such as 10MB or 512KB, not"
              + " 'big'",
          "BONGSU_RESTORE_TOLD_UNTIL|yesterday|bongsu.restore.told-until must be a time such as"
              + " 2026-11-24T09:30:00Z, not 'yesterday'",
          "BONGSU_HTTP_ALLOW|nonsense|bongsu.http.allow: 'nonsense' is not host:port",
          "BONGSU_HTTP_ALLOW_0|nonsense|bongsu.http.allow: 'nonsense' is not host:port",
          "BONGSU_ACCESS_MODE|ajar|bongsu.access.mode must be 'open' or 'closed', not 'ajar'",
          "BONGSU_CONSOLE_ENABLED|perhaps|bongsu.console.enabled must be true or false, not"
              + " 'perhaps'",
          "SERVER_PORT|abc|server.port must be a whole number, not 'abc'",
          "SERVER_PORT|99999|server.port must be between 0 and 65535, not '99999'",
        })
    void isSaidWithItsPlaceAndWhatIsExpected(String name, String value, String words) {
      variables(Map.of(name, value));
      assertThat(problems()).containsExactly("%s (environment: %s)".formatted(words, name));
    }

    @Test
    void ofEverySettingIsSaidAtOnce() {
      variables(Map.of("BONGSU_HTTP_DEADLINE", "0s", "BONGSU_FEED_POLL", "x"));
      arguments("--bongsu.http.host-gap=-1s", "--bongsu.http.allow=x");
      assertThat(problems())
          .hasSize(4)
          .anySatisfy(line -> assertThat(line).startsWith("unknown setting BONGSU_FEED_POLL"))
          .anySatisfy(line -> assertThat(line).startsWith("bongsu.http.deadline"))
          .anySatisfy(line -> assertThat(line).startsWith("bongsu.http.host-gap"))
          .anySatisfy(
              line -> assertThat(line).startsWith("bongsu.http.allow").contains("argument"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "jdbc:mysql://root:hidden@localhost/bongsu?password=hidden",
          "jdbc:postgresql://root:hidden@localhost/bongsu"
        })
    void neverGivesAPasswordAway(String url) {
      variables(Map.of("SPRING_DATASOURCE_URL", url));
      assertThat(problems())
          .singleElement()
          .asString()
          .startsWith("spring.datasource.url must")
          .doesNotContain("hidden");
    }
  }

  @Nested
  class File {
    @Test
    void ofTheCatalogueMustExist() {
      arguments("--bongsu.feed.catalogue=" + folder.resolve("none.yaml"));
      assertThat(problems()).singleElement().asString().startsWith("bongsu.feed.catalogue: ");
    }

    @Test
    void ofTheCatalogueMustBeInOrder() throws IOException {
      Path file = Files.writeString(folder.resolve("feeds.yaml"), "feeds:\n- name: x\n");
      arguments("--bongsu.feed.catalogue=" + file);
      assertThat(problems()).hasSize(3).allMatch(line -> line.startsWith(file + ": entry 1 (x): "));
    }

    @Test
    void ofTheLogNeedsAFolder() throws IOException {
      Path data = Files.writeString(folder.resolve("data"), "");
      arguments("--logging.file.name=" + data.resolve("bongsu.log"));
      assertThat(problems()).singleElement().asString().startsWith("logging.file.name: ");
    }

    @Test
    void isNoMatterForACommand() {
      arguments("--bongsu.feed.catalogue=none.yaml");
      SpringApplication command = new SpringApplication(SettingsCheckTest.class);
      command.setWebApplicationType(WebApplicationType.NONE);
      assertThatCode(() -> new SettingsCheck().postProcessEnvironment(environment, command))
          .doesNotThrowAnyException();
    }
  }

  private List<String> problems() {
    SpringApplication bot = new SpringApplication(SettingsCheckTest.class);
    bot.setWebApplicationType(WebApplicationType.SERVLET);
    InvalidSettingsException failure =
        catchThrowableOfType(
            InvalidSettingsException.class,
            () -> new SettingsCheck().postProcessEnvironment(environment, bot));
    return failure == null ? List.of() : failure.problems();
  }

  private void variables(Map<String, Object> variables) {
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    sources.addLast(new SystemEnvironmentPropertySource(name, variables));
  }

  private void arguments(String... arguments) {
    sources.addFirst(new SimpleCommandLinePropertySource(arguments));
  }

  private void yaml(org.springframework.core.io.Resource file) throws IOException {
    new YamlPropertySourceLoader().load("yaml", file).forEach(sources::addLast);
  }

  private ConfigurableEnvironment emptyEnvironment() {
    sources.addLast(new MapPropertySource("none", Map.of()));
    return new StandardEnvironment(sources) {
      @Override
      protected void customizePropertySources(MutablePropertySources unused) {}
    };
  }
}
