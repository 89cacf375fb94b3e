package dev.bongsu.chat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The bot's texts in one language. The texts are in `messages/*.properties`; English is the
/// fallback for every other language.
///
/// A text may put a pair of Korean particles after an argument, as in `{0}을(를)`: the one that fits
/// the argument's last sound is chosen. Only the text's own particles are resolved, never an
/// argument's.
public final class Translations {
  private static final String BUNDLE = "messages.messages";
  private static final Pattern PARTICLE =
      Pattern.compile("\\{(\\d)}([’”\"'`」]*)(" + KoreanParticlePair.alternatives() + ")");

  private final Locale language;
  private final ResourceBundle texts;

  private Translations(Locale wanted) {
    this.texts =
        ResourceBundle.getBundle(
            BUNDLE,
            wanted,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.language = texts.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : texts.getLocale();
  }

  /// The wording of a language; English for languages without texts.
  public static Translations in(Locale language) {
    return new Translations(language);
  }

  /// The language of these texts and their numbers: an English text in a Persian chat has digits
  /// that commands understand.
  public Locale language() {
    return language;
  }

  /// A text with its arguments filled in.
  ///
  /// @throws java.util.MissingResourceException if no language has the key
  public String text(String key, Object... arguments) {
    List<Object> filled = new ArrayList<>(Arrays.asList(arguments));
    String pattern = resolveParticles(texts.getString(key), filled);
    return new MessageFormat(pattern, language).format(filled.toArray());
  }

  private static String resolveParticles(String pattern, List<Object> arguments) {
    Matcher pairs = PARTICLE.matcher(pattern);
    return pairs.replaceAll(
        pair -> {
          String word = String.valueOf(arguments.get(Integer.parseInt(pair.group(1))));
          arguments.add(KoreanParticlePair.of(pair.group(3)).formAfter(word));
          String resolved =
              "{%s}%s{%d}".formatted(pair.group(1), pair.group(2), arguments.size() - 1);
          return Matcher.quoteReplacement(resolved);
        });
  }
}
