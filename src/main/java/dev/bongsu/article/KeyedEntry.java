package dev.bongsu.article;

import dev.bongsu.syndication.Entry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An entry and what it says of itself, alone and combined, as keys that are made once.
///
/// What they prove is decided by [KnownEntries]. See `docs/identity.md`.
final class KeyedEntry {
  private static final int MAX_KEY_LENGTH = 200;

  /// A revision that some publishers append to their guid: `…/articles/c1#0`, then `#1`.
  private static final Pattern REVISION = Pattern.compile("#\\d{1,3}$");

  private final Entry entry;
  private final @Nullable String page;
  private final @Nullable String guid;
  private final @Nullable String title;
  private final @Nullable String body;
  private final @Nullable String text;
  private final String content;

  KeyedEntry(Entry entry) {
    this.entry = entry;
    URI link = entry.link();
    this.page = link == null ? null : CanonicalLink.key(link);
    String id = entry.id();
    this.guid = id == null ? null : "guid:" + shortened(withoutRevision(id));
    String place = page == null ? "" + id : linkKey(page);
    boolean blank = entry.content().isBlank();
    this.title = page == null && id == null ? null : "title:" + digest(place, entry.title());
    this.body = blank ? null : "body:" + digest(place, entry.content());
    this.text = blank ? null : "text:" + digest(entry.title(), entry.content());
    this.content = "all:" + digest(place, entry.title(), entry.content());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyedEntry keyed && entry.equals(keyed.entry);
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  Entry entry() {
    return entry;
  }

  /// The page it links to ([CanonicalLink#key(URI)]); null if there is none.
  @Nullable String page() {
    return page;
  }

  @Nullable String guid() {
    return guid;
  }

  @Nullable String link() {
    return page == null ? null : linkKey(page);
  }

  /// The title at its link, or at its guid if there is no link; null if there is neither.
  @Nullable String title() {
    return title;
  }

  /// The text at its link; null if there is none.
  @Nullable String body() {
    return body;
  }

  /// Title and text, wherever they are found; null if there is no text.
  @Nullable String text() {
    return text;
  }

  /// Stands for all that an entry says but its date: some publishers change that at each reading.
  /// Two entries that say the same at the same link are one, whatever their guids.
  String content() {
    return content;
  }

  String group() {
    return "group:" + digest("" + guid, "" + link());
  }

  /// Whether the guid is the link once more, so that the publisher calls the link permanent.
  boolean isPermalink() {
    String id = entry.id();
    return id != null && isPage(withoutRevision(id));
  }

  /// The key of a page ([CanonicalLink#key(URI)]).
  static String linkKey(String page) {
    return "link:" + shortened(page);
  }

  private String withoutRevision(String id) {
    String plain = REVISION.matcher(id).replaceFirst("");
    return !plain.equals(id) && isPage(plain) ? plain : id;
  }

  private boolean isPage(String address) {
    return page != null
        && CanonicalLink.of(address, null).map(CanonicalLink::key).filter(page::equals).isPresent();
  }

  private static String shortened(String key) {
    return key.length() <= MAX_KEY_LENGTH ? key : digest(key);
  }

  static String digest(String... parts) {
    try {
      byte[] text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
