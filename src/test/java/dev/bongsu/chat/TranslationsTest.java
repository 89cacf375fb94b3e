package dev.bongsu.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class TranslationsTest {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.KOREAN);
  private static final int MAX_ARGUMENTS = 4;
  private static final String HOSTILE = "{9} '{0}' \"$1\" \\ 을(를) {1,number} %s";

  @Test
  void everyLanguageHasTheSameKeys() {
    assertThat(texts(Locale.KOREAN).keySet()).isEqualTo(texts(Locale.ENGLISH).keySet());
  }

  @ParameterizedTest
  @FieldSource("LANGUAGES")
  void everyLanguageDefinesEachKeyOnce(Locale language) throws IOException {
    try (Reader file = open(language)) {
      long lines = file.readAllAsString().lines().filter(l -> l.matches("[a-z_.]+ = .*")).count();

      assertThat(lines).isEqualTo(texts(language).size());
    }
  }

  @ParameterizedTest
  @MethodSource("allTexts")
  void everyTextIsAPatternThatShowsHostileArgumentsAsTheyAre(Locale language, String key) {
    Format[] formats = formats(texts(language).getProperty(key));
    Object[] arguments =
        IntStream.range(0, MAX_ARGUMENTS)
            .mapToObj(i -> i < formats.length && isChoice(formats[i]) ? (Object) 2 : HOSTILE)
            .toArray();

    String said = Translations.in(language).text(key, arguments);

    String around = said.replace(HOSTILE, "");
    long shown = IntStream.range(0, formats.length).filter(i -> !isChoice(formats[i])).count();
    assertThat(said.split(java.util.regex.Pattern.quote(HOSTILE), -1).length - 1)
        .isGreaterThanOrEqualTo((int) shown);
    assertThat(around).doesNotContain("{", "}", "''", "(를)", "(가)", "(는)", "(와)", "(로)");
  }

  @ParameterizedTest
  @MethodSource("allTexts")
  void everyLanguageShowsTheSameArguments(Locale language, String key) {
    String text = texts(language).getProperty(key);
    String english = texts(Locale.ENGLISH).getProperty(key);

    assertThat(formats(text)).hasSameSizeAs(formats(english));
    assertThatCode(() -> Translations.in(language).text(key, 1, 1, 1, 1))
        .doesNotThrowAnyException();
  }

  @Test
  void linesOfTheHelpAreIndented() {
    for (Locale language : LANGUAGES) {
      assertThat(
              Translations.in(language).text("help").lines().filter(line -> line.startsWith("  /")))
          .hasSizeGreaterThan(5);
      assertThat(Translations.in(language).text("start")).contains("\n  /subscribe");
    }
  }

  @Test
  void particlesFollowTheArgument() {
    Translations korean = Translations.in(Locale.KOREAN);

    assertThat(korean.text("command.unknown", "목록들")).startsWith("/목록들은 ");
    assertThat(korean.text("command.unknown", "피드추기")).startsWith("/피드추기는 ");
  }

  @Test
  void unsupportedLanguageFallsBackToEnglishTextAndNumbers() {
    Translations persian = Translations.in(Locale.forLanguageTag("fa-IR"));

    assertThat(persian.text("list.title", 2)).isEqualTo("2 subscriptions:");
    assertThat(persian.language()).isEqualTo(Locale.ENGLISH);
    assertThat(Translations.in(Locale.KOREA).language()).isEqualTo(Locale.KOREAN);
  }

  @Test
  void aNumberOfAListIsWrittenAsItIsTyped() {
    assertThat(Translations.in(Locale.ENGLISH).text("feeds.line", "1234", "A feed", "read"))
        .startsWith("1234. ");
  }

  static Stream<Arguments> allTexts() {
    return LANGUAGES.stream()
        .flatMap(
            language ->
                texts(language).stringPropertyNames().stream()
                    .sorted()
                    .map(key -> Arguments.of(language, key)));
  }

  private static Format[] formats(String text) {
    return new MessageFormat(text, Locale.ENGLISH).getFormatsByArgumentIndex();
  }

  private static boolean isChoice(Format format) {
    return format instanceof ChoiceFormat;
  }

  private static Properties texts(Locale language) {
    Properties texts = new Properties();
    try (Reader file = open(language)) {
      texts.load(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return texts;
  }

  private static Reader open(Locale language) {
    String name = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    return new InputStreamReader(
        Objects.requireNonNull(
            TranslationsTest.class.getResourceAsStream(
                "/messages/messages" + name + ".properties")),
        StandardCharsets.UTF_8);
  }
}
