package dev.bongsu.cli;

import dev.bongsu.chat.Message.ChatLocale;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Fields of an article as a command is given them.
final class ArticleArguments {
  private ArticleArguments() {}

  static URI link(String text) throws CommandException {
    try {
      URI link = new URI(text.strip());
      if (link.isAbsolute()) {
        return link;
      }
    } catch (URISyntaxException _) {
      // said below, in our words
    }
    throw new CommandException("link is no address");
  }

  /// When it was published; null for a blank text.
  static @Nullable Instant published(String text) throws CommandException {
    try {
      return text.isBlank() ? null : Instant.parse(text.strip());
    } catch (DateTimeParseException _) {
      throw new CommandException("published is no time such as 2019-10-09T05:12:00Z");
    }
  }

  /// Somebody who reads the article's language.
  static ChatLocale reader(String language) {
    Locale locale = language.isBlank() ? Locale.ENGLISH : Locale.forLanguageTag(language);
    String zone = locale.getLanguage().equals("ko") ? "Asia/Seoul" : "UTC";
    return new ChatLocale(locale, ZoneId.of(zone));
  }
}
