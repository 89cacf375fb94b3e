package dev.bongsu.article;

import dev.bongsu.feed.Entry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Under which keys the entries of one document are known: guid, canonical link, title with
/// content.
///
/// A key that two entries of the document share tells nothing about either and is left out, so that
/// the result does not depend on the entries' order; the key of the content always stays.
final class EntryKeys {
  private final Map<String, Integer> uses = new HashMap<>();

  EntryKeys(List<Entry> entries) {
    entries.stream().flatMap(EntryKeys::weak).forEach(key -> uses.merge(key, 1, Integer::sum));
  }

  /// The keys of an entry, at least one.
  List<String> of(Entry entry) {
    List<String> keys =
        new ArrayList<>(weak(entry).filter(key -> uses.getOrDefault(key, 0) == 1).toList());
    keys.add("text:" + content(entry));
    return keys;
  }

  /// An identity for an entry without a link of its own.
  static String content(Entry entry) {
    return digest(String.join("\n", entry.title(), entry.content(), String.valueOf(entry.link())));
  }

  private static Stream<String> weak(Entry entry) {
    Stream<String> guid =
        Optional.ofNullable(entry.id()).map(id -> "guid:" + shortened(id)).stream();
    Stream<String> link =
        Optional.ofNullable(entry.link())
            .map(l -> "link:" + shortened(CanonicalLink.key(l)))
            .stream();
    return Stream.concat(guid, link);
  }

  private static String shortened(String key) {
    return key.length() <= 200 ? key : digest(key);
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
