package dev.bongsu.article;

import dev.bongsu.syndication.Entry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The keys of the entries of one document: what each says of itself, alone and combined.
///
/// A key that two different entries of the document share tells nothing about either and is left
/// out, so that the result does not depend on the entries' order. Which keys prove what is decided
/// by [KnownEntries]. See `docs/identity.md`.
final class EntryKeys {
  private static final int MAX_KEY_LENGTH = 200;

  /// A revision that some publishers append to their guid: `…/articles/c1#0`, then `#1`.
  private static final Pattern REVISION = Pattern.compile("#\\d{1,3}$");

  /// Which entries have a key, by their [#contentKey(Entry)], in the document's order.
  private final Map<String, Set<String>> entriesByKey = new HashMap<>();

  EntryKeys(List<Entry> entries) {
    for (Entry entry : entries) {
      for (@Nullable String key :
          new @Nullable String[] {
            guidKey(entry), linkKey(entry), titleKey(entry), bodyKey(entry), textKey(entry)
          }) {
        if (key != null) {
          entriesByKey.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(contentKey(entry));
        }
      }
    }
  }

  /// The keys under which an entry is stored, each with the date that says something with it; null
  /// where none does.
  Map<String, @Nullable Instant> of(Entry entry) {
    Map<String, @Nullable Instant> keys = new LinkedHashMap<>();
    for (@Nullable String key :
        new @Nullable String[] {guidKey(entry), linkKey(entry), bodyKey(entry)}) {
      if (key != null && isUnique(key)) {
        keys.put(key, null);
      }
    }
    String text = textKey(entry);
    if (text != null && isUnique(text)) {
      keys.put(text, entry.published());
    }
    String title = titleKey(entry);
    if (title != null) {
      List<String> namesakes = List.copyOf(entriesByKey.getOrDefault(title, Set.of()));
      keys.put(numbered(title, namesakes.indexOf(contentKey(entry)) + 1), entry.published());
    }
    if (isInGroup(entry)) {
      keys.put(groupKey(entry), null);
    }
    keys.put(contentKey(entry), null);
    return keys;
  }

  /// The keys to look up before [KnownEntries] decides about the entries.
  Set<String> lookups(List<Entry> entries) {
    Set<String> keys = new LinkedHashSet<>();
    for (Entry entry : entries) {
      keys.addAll(of(entry).keySet());
      keys.add(groupKey(entry));
      String title = titleKey(entry);
      for (int number = 1; title != null && number <= count(title) + 1; number++) {
        keys.add(numbered(title, number));
      }
    }
    return keys;
  }

  /// The page that is the entry's alone in this document. Null if there is none: other entries link
  /// to the same page, as the notices of a board do.
  @Nullable String pageKey(Entry entry) {
    URI link = entry.link();
    return link != null && isUnique(linkKey(link)) ? CanonicalLink.key(link) : null;
  }

  /// How many different entries have a key.
  private int count(String key) {
    return entriesByKey.getOrDefault(key, Set.of()).size();
  }

  boolean isUnique(@Nullable String key) {
    return key != null && count(key) == 1;
  }

  /// Whether neither guid nor link sets the entry apart from others of the document.
  private boolean isInGroup(Entry entry) {
    String guid = guidKey(entry);
    String link = linkKey(entry);
    return (guid != null || link != null)
        && (guid == null || !isUnique(guid))
        && (link == null || !isUnique(link));
  }

  /// Stands for all that an entry says but its date: some publishers change that at each reading.
  /// Two entries that say the same at the same link are one, whatever their guids.
  static String contentKey(Entry entry) {
    return "all:" + digest(place(entry), entry.title(), entry.content());
  }

  static @Nullable String guidKey(Entry entry) {
    String id = entry.id();
    return id == null ? null : "guid:" + shortened(withoutRevision(id, entry.link()));
  }

  static @Nullable String linkKey(Entry entry) {
    return entry.link() == null ? null : linkKey(entry.link());
  }

  static String linkKey(URI link) {
    return "link:" + shortened(CanonicalLink.key(link));
  }

  /// The title at its link, or at its guid if there is no link; null if there is neither.
  static @Nullable String titleKey(Entry entry) {
    return entry.link() == null && entry.id() == null
        ? null
        : "title:" + digest(place(entry), entry.title());
  }

  /// One of several entries that have a title at one link.
  static String numbered(String titleKey, int number) {
    return number <= 1 ? titleKey : titleKey + "#" + number;
  }

  /// The text at its link; null if there is none.
  static @Nullable String bodyKey(Entry entry) {
    return entry.content().isBlank() ? null : "body:" + digest(place(entry), entry.content());
  }

  /// Title and text, wherever they are found; null if there is no text.
  static @Nullable String textKey(Entry entry) {
    return entry.content().isBlank() ? null : "text:" + digest(entry.title(), entry.content());
  }

  static String groupKey(Entry entry) {
    return "group:" + digest("" + guidKey(entry), "" + linkKey(entry));
  }

  /// Whether the guid is the link once more, so that the publisher calls the link permanent.
  static boolean isPermalink(Entry entry) {
    URI link = entry.link();
    String id = entry.id();
    return link != null
        && id != null
        && CanonicalLink.of(withoutRevision(id, link), null)
            .map(address -> CanonicalLink.key(address).equals(CanonicalLink.key(link)))
            .orElse(false);
  }

  private static String withoutRevision(String id, @Nullable URI link) {
    String plain = REVISION.matcher(id).replaceFirst("");
    boolean same =
        link != null
            && !plain.equals(id)
            && CanonicalLink.of(plain, null)
                .map(address -> CanonicalLink.key(address).equals(CanonicalLink.key(link)))
                .orElse(false);
    return same ? plain : id;
  }

  private static String place(Entry entry) {
    return entry.link() == null ? "" + entry.id() : linkKey(entry.link());
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
