package dev.bongsu.article;

import dev.bongsu.syndication.Entry;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Title and text of an entry, to be compared with those of another at the same page.
///
/// @param published null if unknown
record EntryText(String title, String text, @Nullable Instant published) {
  private static final int MIN_TEXT_LETTERS = 80;
  private static final double MIN_SHARED_WORDS = .5;
  private static final Pattern SITE_NAME = Pattern.compile("\\s+[-|–—:·«»]+\\s+");
  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  static EntryText of(Entry entry) {
    return new EntryText(entry.title(), entry.content(), entry.published());
  }

  /// Whether it is what an entry says now.
  boolean isOf(Entry entry) {
    return title.equals(entry.title()) && text.equals(entry.content());
  }

  /// Whether two feeds say the same of one page: the title is the same but for signs and a site's
  /// name behind it, or the text is the same or the beginning of the other.
  boolean agreesWith(EntryText other) {
    return isSameTitle(other) || isSameText(other);
  }

  /// Whether an entry with the same guid and link is this one, edited: most words of the title and
  /// all its numbers stay, and its date is not another day's.
  boolean isEarlierVersionOf(Entry entry, Duration otherDay) {
    Instant now = entry.published();
    boolean later = now != null && published != null && !now.isBefore(published.plus(otherDay));
    EntryText other = of(entry);
    return !later
        && (agreesWith(other)
            || (sharesWords(title, other.title)
                && (numbers(title).equals(numbers(other.title)) || sharesWords(text, other.text))));
  }

  private boolean isSameTitle(EntryText other) {
    String one = letters(title);
    String two = letters(other.title);
    return !one.isEmpty()
        && (one.equals(two)
            || two.equals(letters(withoutSiteName(title)))
            || one.equals(letters(withoutSiteName(other.title))));
  }

  private static String withoutSiteName(String title) {
    String[] parts = SITE_NAME.split(title);
    return parts.length < 2
        ? title
        : title.substring(0, title.lastIndexOf(parts[parts.length - 1]));
  }

  private boolean isSameText(EntryText other) {
    String one = letters(text);
    String two = letters(other.text);
    return Math.min(one.length(), two.length()) >= MIN_TEXT_LETTERS
        && (one.startsWith(two) || two.startsWith(one));
  }

  private static boolean sharesWords(String one, String two) {
    Set<String> first = words(one);
    Set<String> second = words(two);
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    int all = first.size() + second.size() - both.size();
    return all > 0 && both.size() >= MIN_SHARED_WORDS * all;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(NOT_LETTERS.split(plain(text)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  private static Set<String> numbers(String text) {
    return DIGITS.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
  }

  private static String letters(String text) {
    return NOT_LETTERS.matcher(plain(text)).replaceAll("");
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
