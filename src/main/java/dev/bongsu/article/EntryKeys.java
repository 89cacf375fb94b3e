package dev.bongsu.article;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The keys of the entries of one document.
///
/// A key that two different entries of the document share tells nothing about either and is left
/// out, so that the result does not depend on the entries' order. Which keys prove what is decided
/// by [KnownEntries]. See `docs/identity.md`.
final class EntryKeys {
  /// Which entries have a key, by their [KeyedEntry#content()], in the document's order.
  private final Map<String, Set<String>> entriesByKey = new HashMap<>();

  EntryKeys(List<KeyedEntry> entries) {
    for (KeyedEntry entry : entries) {
      for (@Nullable String key :
          new @Nullable String[] {
            entry.guid(), entry.link(), entry.title(), entry.body(), entry.text()
          }) {
        if (key != null) {
          entriesByKey.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(entry.content());
        }
      }
    }
  }

  /// The keys under which an entry is stored, each with the date that says something with it; null
  /// where none does.
  Map<String, @Nullable Instant> of(KeyedEntry entry) {
    Map<String, @Nullable Instant> keys = new LinkedHashMap<>();
    for (@Nullable String key : new @Nullable String[] {entry.guid(), entry.link(), entry.body()}) {
      if (key != null && isUnique(key)) {
        keys.put(key, null);
      }
    }
    Instant published = entry.entry().published();
    String text = entry.text();
    if (text != null && isUnique(text)) {
      keys.put(text, published);
    }
    String title = entry.title();
    if (title != null) {
      List<String> namesakes = List.copyOf(entriesByKey.getOrDefault(title, Set.of()));
      keys.put(numbered(title, namesakes.indexOf(entry.content()) + 1), published);
    }
    if (isInGroup(entry)) {
      keys.put(entry.group(), null);
    }
    keys.put(entry.content(), null);
    return keys;
  }

  /// The keys to look up before [KnownEntries] decides about the entries.
  Set<String> lookups(List<KeyedEntry> entries) {
    Set<String> keys = new LinkedHashSet<>();
    for (KeyedEntry entry : entries) {
      keys.addAll(of(entry).keySet());
      keys.add(entry.group());
      String title = entry.title();
      for (int number = 1; title != null && number <= count(title) + 1; number++) {
        keys.add(numbered(title, number));
      }
    }
    return keys;
  }

  /// The page that is the entry's alone in this document. Null if there is none: other entries link
  /// to the same page, as the notices of a board do.
  @Nullable String pageKey(KeyedEntry entry) {
    return isUnique(entry.link()) ? entry.page() : null;
  }

  /// How many different entries have a key.
  private int count(String key) {
    return entriesByKey.getOrDefault(key, Set.of()).size();
  }

  boolean isUnique(@Nullable String key) {
    return key != null && count(key) == 1;
  }

  /// Whether neither guid nor link sets the entry apart from others of the document.
  private boolean isInGroup(KeyedEntry entry) {
    String guid = entry.guid();
    String link = entry.link();
    return (guid != null || link != null)
        && (guid == null || !isUnique(guid))
        && (link == null || !isUnique(link));
  }

  /// One of several entries that have a title at one link.
  static String numbered(String titleKey, int number) {
    return number <= 1 ? titleKey : titleKey + "#" + number;
  }
}
