package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text, analysed once, in which any number of terms can be searched. Thread-safe.
public final class AnalysedText {
  /// An estimate.
  private static final int KEYS_PER_TOKEN = 10;

  private final NormalizedText text;
  private final List<Token> tokens;
  private final CompoundNouns compounds;

  /// Made at first use.
  private volatile @Nullable TokenSearch search;

  private volatile @Nullable SurfaceText words;

  private volatile @Nullable PrefixSearch prefixes;

  AnalysedText(NormalizedText text, List<Token> tokens, CompoundNouns compounds) {
    this.text = text;
    this.compounds = compounds;
    this.tokens = tokens;
  }

  /// The keys of the text.
  ///
  /// @param prefixLengths the lengths of the wanted prefixes, ascending
  public TextKeys keys(int[] prefixLengths) {
    TextKeys keys = new TextKeys(tokens.size() * KEYS_PER_TOKEN);
    search().addKeys(keys);
    words().addKeys(keys);
    if (prefixLengths.length > 0) {
      prefixes().addKeys(prefixLengths, keys);
    }
    return keys;
  }

  /// The nouns of the text as written, in lower case, without duplicates. Adjacent nouns are one.
  /// Without nouns of one character and numbers.
  public Set<String> nouns() {
    Set<String> nouns = new LinkedHashSet<>();
    for (int first = 0; first < tokens.size(); first++) {
      int last = first;
      while (last + 1 < tokens.size() && areAdjacentNouns(tokens.get(last), tokens.get(last + 1))) {
        last++;
      }
      String noun = text.text().substring(tokens.get(first).start(), tokens.get(last).end());
      if (tokens.get(first).noun() && noun.length() > 1 && Character.isLetter(noun.charAt(0))) {
        nouns.add(WordCharacters.toLowerCase(noun));
      }
      first = last;
    }
    return nouns;
  }

  private static boolean areAdjacentNouns(Token one, Token next) {
    return one.noun() && next.noun() && one.end() == next.start();
  }

  /// The analysis as bytes, for [AnalysisChain#restore].
  public byte[] encodedTokens() {
    byte[] written = new TokenCodec(text.text()).encode(tokens);
    byte[] marked = new byte[written.length + 1];
    marked[0] = (byte) (text.isUnchanged() ? 1 : 0);
    System.arraycopy(written, 0, marked, 1, written.length);
    return marked;
  }

  /// The index terms of the text, see `SearchTerm.indexTerms`.
  public Set<String> indexTerms() {
    Set<String> terms =
        IndexTerms.ofTokens(
            tokens.stream()
                .flatMap(token -> Stream.of(token.form(), token.exactForm()))
                .filter(form -> !form.isEmpty()));
    String characters = words().characters();
    terms.addAll(IndexTerms.ofCharacters(characters));
    terms.addAll(IndexTerms.ofCharacters(Loanwords.foldAll(characters)));
    return terms;
  }

  /// The occurrences of a term, in no order.
  ///
  /// Takes time linear in the text and the number of the term's tokens.
  public List<Occurrence> find(SearchTerm term) {
    List<Occurrence> found = findNormalized(term);
    return found.isEmpty() ? found : toOriginal(found);
  }

  /// Whether a term occurs. Cheaper than [#find].
  public boolean contains(SearchTerm term) {
    return term instanceof WordTerm word
        ? search().contains(word) || containsSurface(word)
        : !findNormalized(term).isEmpty();
  }

  private boolean containsSurface(WordTerm word) {
    return !word.surface().isEmpty()
        && words().contains(word.surface(), word.surfaceHash(), word.nounOnly());
  }

  /// The occurrences of words that are near each other, in no order.
  ///
  /// @param wanted for each word the alternative terms
  public List<Occurrence> findNear(List<List<SearchTerm>> wanted, Proximity proximity) {
    List<List<Occurrence>> found = new ArrayList<>();
    for (List<SearchTerm> word : wanted) {
      List<Occurrence> places = new ArrayList<>();
      word.forEach(term -> places.addAll(findNormalized(term)));
      if (places.isEmpty()) {
        return List.of();
      }
      found.add(places);
    }
    return toOriginal(new ProximitySearch(words(), proximity).find(found));
  }

  /// Where a number of sentences end. Pieces of fewer than four words, such as U.S. or the name of
  /// a reporter, are no sentences.
  ///
  /// @param from where the first one begins
  /// @return the greatest number if there are fewer
  public int endOfSentences(int from, int count) {
    SurfaceText all = words();
    int end = all.endOfSentences(text.toNormal(from), count);
    return end == Integer.MAX_VALUE ? end : text.toOriginal(end - 1, end).end();
  }

  /// The number of characters.
  public int length() {
    return text.text().length();
  }

  private List<Occurrence> toOriginal(List<Occurrence> normal) {
    return normal.stream().map(place -> text.toOriginal(place.start(), place.end())).toList();
  }

  /// The occurrences of a term in the normalized text.
  private List<Occurrence> findNormalized(SearchTerm term) {
    return switch (term) {
      case WordTerm word -> findNormalized(word);
      case PrefixTerm prefix -> prefixes().find(prefix);
      case ExactTerm exact ->
          words().contains(exact.longestWordHash())
              ? new ExactSearch(words(), text.text()).find(exact)
              : List.of();
    };
  }

  private List<Occurrence> findNormalized(WordTerm term) {
    List<Occurrence> found = new ArrayList<>();
    if (term.tokenCount() > 0) {
      search().find(term, found);
    }
    if (!term.surface().isEmpty()) {
      found.addAll(words().find(term.surface(), term.surfaceHash(), term.nounOnly()));
    }
    return found;
  }

  private TokenSearch search() {
    TokenSearch known = search;
    if (known == null) {
      known = new TokenSearch(tokens);
      search = known;
    }
    return known;
  }

  private SurfaceText words() {
    SurfaceText known = words;
    if (known == null) {
      known = new SurfaceTokenizer(text.text(), tokens, compounds).tokenize();
      words = known;
    }
    return known;
  }

  private PrefixSearch prefixes() {
    PrefixSearch known = prefixes;
    if (known == null) {
      known = new PrefixSearch(words(), tokens);
      prefixes = known;
    }
    return known;
  }
}
