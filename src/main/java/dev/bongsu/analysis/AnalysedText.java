package dev.bongsu.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A text, analysed once, in which any number of terms can be looked up.
///
/// For any number of threads.
public final class AnalysedText {
  /// About.
  private static final int KEYS_A_TOKEN = 10;

  private final NormalText text;
  private final List<Token> tokens;

  /// Made when they are asked for.
  private volatile @Nullable TokenSearch search;

  private volatile @Nullable SurfaceWords words;

  private volatile @Nullable PrefixSearch prefixes;

  AnalysedText(NormalText text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /// The keys of the text.
  ///
  /// @param prefixLengths the lengths of the prefixes that are of interest, in order
  public TextKeys keys(int[] prefixLengths) {
    TextKeys keys = new TextKeys(tokens.size() * KEYS_A_TOKEN);
    search().addKeys(keys);
    words().addKeys(keys);
    if (prefixLengths.length > 0) {
      prefixes().addKeys(prefixLengths, keys);
    }
    return keys;
  }

  /// The nouns of the text as they stand in it, in lower case and each once; those written together
  /// are one. Not those of one letter, nor numbers.
  public Set<String> nouns() {
    Set<String> nouns = new LinkedHashSet<>();
    for (int first = 0; first < tokens.size(); first++) {
      int last = first;
      while (last + 1 < tokens.size() && together(tokens.get(last), tokens.get(last + 1))) {
        last++;
      }
      String noun = text.text().substring(tokens.get(first).start(), tokens.get(last).end());
      if (tokens.get(first).noun() && noun.length() > 1 && Character.isLetter(noun.charAt(0))) {
        nouns.add(Letters.lower(noun));
      }
      first = last;
    }
    return nouns;
  }

  private static boolean together(Token one, Token next) {
    return one.noun() && next.noun() && one.end() == next.start();
  }

  /// What the analyser made of the text, see [AnalysisChain#restore].
  public byte[] tokens() {
    byte[] written = new TokenCodec(text.text()).write(tokens);
    byte[] marked = new byte[written.length + 1];
    marked[0] = (byte) (text.isSame() ? 1 : 0);
    System.arraycopy(written, 0, marked, 1, written.length);
    return marked;
  }

  /// The clues of the text, see `SearchTerm.clues`.
  public Set<String> clues() {
    Set<String> clues =
        Clues.ofTokens(
            tokens.stream()
                .flatMap(token -> Stream.of(token.form(), token.written()))
                .filter(form -> !form.isEmpty()));
    clues.addAll(Clues.ofLetters(words().letters()));
    return clues;
  }

  /// Where a term stands, in no order. Empty if nowhere.
  ///
  /// Takes time in proportion to the text and the number of the term's tokens, whatever they are.
  public List<Occurrence> find(SearchTerm term) {
    List<Occurrence> found = places(term);
    return found.isEmpty() ? found : given(found);
  }

  /// Whether a term stands anywhere. Cheaper than to ask where.
  public boolean has(SearchTerm term) {
    return term instanceof WordTerm word
        ? search().has(word) || hasSurface(word)
        : !places(term).isEmpty();
  }

  private boolean hasSurface(WordTerm word) {
    return !word.surface().isEmpty()
        && words().has(word.surface(), word.surfaceHash(), word.noun());
  }

  /// Where words stand near each other; the places of the words, in no order.
  ///
  /// @param wanted for each word the terms of which any will do
  public List<Occurrence> findNear(List<List<SearchTerm>> wanted, Nearness nearness) {
    List<List<Occurrence>> found = new ArrayList<>();
    for (List<SearchTerm> word : wanted) {
      List<Occurrence> places = new ArrayList<>();
      word.forEach(term -> places.addAll(places(term)));
      if (places.isEmpty()) {
        return List.of();
      }
      found.add(places);
    }
    return given(new NearSearch(words(), nearness).in(found));
  }

  private List<Occurrence> given(List<Occurrence> normal) {
    return normal.stream().map(place -> text.given(place.start(), place.end())).toList();
  }

  /// The places of a term in the normal text.
  private List<Occurrence> places(SearchTerm term) {
    return switch (term) {
      case WordTerm word -> places(word);
      case PrefixTerm prefix -> prefixes().places(prefix);
      case ExactTerm exact ->
          words().has(exact.longestHash())
              ? new ExactSearch(words(), text.text()).places(exact)
              : List.of();
    };
  }

  private List<Occurrence> places(WordTerm term) {
    List<Occurrence> found = new ArrayList<>();
    if (term.size() > 0) {
      search().find(term, found);
    }
    if (!term.surface().isEmpty()) {
      found.addAll(words().find(term.surface(), term.surfaceHash(), term.noun()));
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

  private SurfaceWords words() {
    SurfaceWords known = words;
    if (known == null) {
      known = new WordReader(text.text(), tokens).read();
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
