package dev.bongsu.cli;

import dev.bongsu.chat.Message.ChatLocale;
import dev.bongsu.chat.WebLink;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Parses fields of an article from text.
final class ArticleArguments {
  private ArticleArguments() {}

  static URI link(String text) throws CommandException {
    try {
      URI link = new URI(text.strip());
      if (WebLink.of(link).isPresent()) {
        return link;
      }
    } catch (URISyntaxException _) {
      // reported below
    }
    throw new CommandException("link is not an http or https address");
  }

  /// The time of publication; null for blank text.
  static @Nullable Instant published(String text) throws CommandException {
    try {
      return text.isBlank() ? null : Instant.parse(text.strip());
    } catch (DateTimeParseException _) {
      throw new CommandException("published is not a time such as 2019-10-09T05:12:00Z");
    }
  }

  /// A locale that suits the article's language.
  static ChatLocale reader(String language) {
    Locale locale = language.isBlank() ? Locale.ENGLISH : Locale.forLanguageTag(language);
    String zone = locale.getLanguage().equals("ko") ? "Asia/Seoul" : "UTC";
    return new ChatLocale(locale, ZoneId.of(zone));
  }
}
