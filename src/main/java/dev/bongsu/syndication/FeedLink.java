package dev.bongsu.syndication;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// A feed that a web page links to.
///
/// @param title of the link; may be blank
public record FeedLink(URI address, String title) {
  private static final Pattern COMMENTS_TITLE =
      Pattern.compile(
          "(?iu)comment|replies|댓글|덧글|의견|コメント|评论|評論|留言|kommentar|reactie|comentário|comentario"
              + "|коммент|yorum|التعليقات");

  private static final Pattern COMMENTS_ADDRESS =
      Pattern.compile("(?i)[/?&=._-]comments?(?:[/?&=._-]|$)|[/?&=._-]replies(?:[/?&=._-]|$)");

  private static final Pattern FORMAT =
      Pattern.compile(
          "(?iu)\\b(?:rss|atom|rdf|json|xml|feed|v?\\d(?:\\.\\d+)*)\\b|피드|[^\\p{L}\\p{N}]+");

  /// Whether it is a feed of comments, by its title or address, in the languages of common
  /// software.
  public boolean isOfComments() {
    return COMMENTS_TITLE.matcher(title).find()
        || COMMENTS_ADDRESS.matcher(address.toString().replaceFirst("^[^:]*://[^/]*", "")).find();
  }

  /// The title without the format's name: feeds with the same are one in several formats.
  public String subject() {
    return FORMAT.matcher(title).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
