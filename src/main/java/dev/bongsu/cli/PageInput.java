package dev.bongsu.cli;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.http.GuardedHttp;
import dev.bongsu.http.HttpOutcome;
import dev.bongsu.http.HttpRequest;
import dev.bongsu.http.HttpSettings;
import dev.bongsu.page.ArticleReader;
import dev.bongsu.page.ArticleText;
import dev.bongsu.page.EntryMetadata;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Reads an input as an article, as `read` and `match` do.
///
/// @param plain whether the input is text instead of a page
/// @param title null to find it in the page
/// @param baseUrl null for the input's own address
record PageInput(boolean plain, @Nullable String title, @Nullable URI baseUrl) {
  private static final String ACCEPT = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.1";

  /// The article of an input; its text is blank if the page has no article.
  ArticleText read(Input input, Parts parts) throws CommandException {
    EntryMetadata hints = new EntryMetadata(title, null, null);
    if (input.isAddress()) {
      return fetch(input.address(), parts, hints);
    }
    byte[] bytes = input.bytes(maxBytes(parts));
    if (bytes.length == 0) {
      throw new CommandException("is empty");
    }
    if (plain) {
      return parts.get(ArticleReader.class).readPlain(TextDecoder.decode(bytes, null), hints);
    }
    URI base = baseUrl == null ? input.fileAddress() : baseUrl;
    return parts.get(ArticleReader.class).read(bytes, null, base, hints);
  }

  private ArticleText fetch(URI address, Parts parts, EntryMetadata hints) throws CommandException {
    HttpOutcome outcome = parts.get(GuardedHttp.class).get(HttpRequest.of(address, ACCEPT));
    return switch (outcome) {
      case HttpOutcome.Refused(String reason) -> throw new CommandException(reason);
      case HttpOutcome.Failed(String reason) -> throw new CommandException(reason);
      case HttpOutcome.Response page when !page.isOk() ->
          throw new CommandException("answered " + page.status());
      case HttpOutcome.Response page when plain ->
          parts
              .get(ArticleReader.class)
              .readPlain(TextDecoder.decode(page.bytes(), page.contentType()), hints);
      case HttpOutcome.Response page -> {
        URI base = baseUrl == null ? page.address() : baseUrl;
        yield parts.get(ArticleReader.class).read(page.bytes(), page.contentType(), base, hints);
      }
    };
  }

  /// The largest file or page that is read.
  static long maxBytes(Parts parts) {
    return parts.get(HttpSettings.class).maxBody().toBytes();
  }

  /// @throws CommandException for a page without article text
  static void requireText(ArticleText text) throws CommandException {
    if (text.text().isBlank()) {
      throw new CommandException("no article text in it");
    }
  }
}
