package dev.bongsu.article;

import dev.bongsu.syndication.Entry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The keys of the entries of one document: guid, canonical link, title with content, and guid and
/// link with title.
///
/// A key that two different entries of the document share identifies neither and is left out, so
/// that the result does not depend on the entries' order. The content key always stays. No key has
/// the date: some publishers change it with every request.
final class EntryKeys {
  private static final int MAX_KEY_LENGTH = 200;

  /// The users of a key: the [#contentKey(Entry)] of each entry.
  private final Map<String, Set<String>> entriesByKey = new HashMap<>();

  EntryKeys(List<Entry> entries) {
    for (Entry entry : entries) {
      String user = contentKey(entry);
      candidateKeys(entry)
          .forEach(key -> entriesByKey.computeIfAbsent(key, _ -> new HashSet<>()).add(user));
    }
  }

  /// The keys of an entry, at least one.
  List<String> of(Entry entry) {
    List<String> keys = new ArrayList<>(candidateKeys(entry).filter(this::isUnique).toList());
    keys.add(contentKey(entry));
    return keys;
  }

  /// The identity of the entry's article in all feeds: its link. Empty if other entries of the
  /// document link to the same page, as the notices of a board do.
  Optional<String> pageKey(Entry entry) {
    return Optional.ofNullable(entry.link())
        .filter(link -> isUnique(linkKey(link)))
        .map(CanonicalLink::key);
  }

  /// The key of an entry's content without its date. Two entries of the same content and link are
  /// one, whatever their guids.
  static String contentKey(Entry entry) {
    String place = entry.link() == null ? "" + entry.id() : linkKey(entry.link());
    return "all:" + digest(place, entry.title(), entry.content());
  }

  private boolean isUnique(String key) {
    return entriesByKey.getOrDefault(key, Set.of()).size() == 1;
  }

  private static Stream<String> candidateKeys(Entry entry) {
    String id = entry.id();
    URI link = entry.link();
    List<String> keys = new ArrayList<>();
    if (id != null) {
      keys.add("guid:" + shortened(id));
    }
    if (link != null) {
      keys.add(linkKey(link));
    }
    if (id != null || link != null) {
      keys.add("named:" + digest("" + id, linkOrBlank(link), entry.title()));
    }
    if (!entry.content().isBlank()) {
      keys.add("text:" + digest(entry.title(), entry.content()));
    }
    return keys.stream();
  }

  static String linkKey(URI link) {
    return "link:" + shortened(CanonicalLink.key(link));
  }

  private static String linkOrBlank(@Nullable URI link) {
    return link == null ? "" : linkKey(link);
  }

  private static String shortened(String key) {
    return key.length() <= MAX_KEY_LENGTH ? key : digest(key);
  }

  private static String digest(String... parts) {
    try {
      byte[] text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
