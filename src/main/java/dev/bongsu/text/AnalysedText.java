package dev.bongsu.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// A text, analysed once, in which any number of terms can be looked up.
///
/// For any number of threads.
public final class AnalysedText {
  private final NormalText text;
  private final List<Token> tokens;
  private final int[] positions;
  private final Map<String, Places> places;

  /// Made when they are asked for.
  private volatile @Nullable SurfaceWords words;

  private volatile @Nullable PrefixSearch prefixes;

  /// Indexes into `tokens`, in order.
  private static final class Places {
    private int[] indexes = new int[2];
    private int size;

    void add(int index) {
      if (size == indexes.length) {
        indexes = Arrays.copyOf(indexes, size * 2);
      }
      indexes[size++] = index;
    }
  }

  AnalysedText(NormalText text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
    this.positions = tokens.stream().mapToInt(Token::position).toArray();
    this.places = new HashMap<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      places.computeIfAbsent(token.form(), _ -> new Places()).add(i);
      if (!token.written().isEmpty()) {
        places.computeIfAbsent(token.written(), _ -> new Places()).add(i);
      }
    }
  }

  /// The keys of the text but those of prefixes, see `SearchTerm.keys`; some may come more than
  /// once.
  public void forEachKey(LongConsumer consumer) {
    forEachToken(consumer);
    words().forEachKey(consumer);
  }

  /// Those keys of the text that are tokens, each once.
  public void forEachToken(LongConsumer consumer) {
    places.keySet().forEach(form -> consumer.accept(Keys.token(form)));
  }

  /// The keys of the prefixes of some lengths; some may come more than once.
  public void forEachPrefixKey(int[] lengths, LongConsumer consumer) {
    if (lengths.length > 0) {
      prefixes().forEachKey(lengths, consumer);
    }
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
    Set<String> clues = Clues.ofTokens(places.keySet().stream());
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
    if (term instanceof WordTerm word && !word.tokens().isEmpty() && hasTokens(word.tokens())) {
      return true;
    }
    return !places(term).isEmpty();
  }

  private boolean hasTokens(List<WordTerm.Step> steps) {
    if (steps.size() == 1) {
      return places.containsKey(steps.getFirst().token());
    }
    List<Occurrence> found = new ArrayList<>();
    findTokens(steps, found);
    return !found.isEmpty();
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
          words().mayHave(exact.key())
              ? new ExactSearch(words(), text.text()).places(exact)
              : List.of();
    };
  }

  private List<Occurrence> places(WordTerm term) {
    return mayStand(term) ? findPlaces(term) : List.of();
  }

  /// Whether all its tokens or its surface are in the text; most terms end here.
  private boolean mayStand(WordTerm term) {
    if (!term.surface().isEmpty() && words().mayHave(term.surfaceKey())) {
      return true;
    }
    for (WordTerm.Step step : term.tokens()) {
      if (!places.containsKey(step.token())) {
        return false;
      }
    }
    return !term.tokens().isEmpty();
  }

  private List<Occurrence> findPlaces(WordTerm term) {
    List<Occurrence> found = new ArrayList<>();
    if (!term.tokens().isEmpty()) {
      findTokens(term.tokens(), found);
    }
    if (!term.surface().isEmpty() && words().mayHave(term.surfaceKey())) {
      found.addAll(words().find(term.surface(), term.noun()));
    }
    return found;
  }

  private void findTokens(List<WordTerm.Step> steps, List<Occurrence> found) {
    List<Cursor> cursors = new ArrayList<>(steps.size());
    for (WordTerm.Step step : steps) {
      Places at = places.get(step.token());
      if (at == null) {
        return;
      }
      cursors.add(new Cursor(at, step.distance()));
    }
    Places starts = cursors.getFirst().places;
    for (int i = 0; i < starts.size; i++) {
      if (allReach(cursors, positions[starts.indexes[i]])) {
        Token first = tokens.get(starts.indexes[i]);
        Token last = cursors.getLast().token();
        found.add(new Occurrence(first.start(), Math.max(first.end(), last.end())));
      }
    }
  }

  private static boolean allReach(List<Cursor> cursors, int firstPosition) {
    for (Cursor cursor : cursors) {
      if (!cursor.reaches(firstPosition)) {
        return false;
      }
    }
    return true;
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
    PrefixSearch search = prefixes;
    if (search == null) {
      search = new PrefixSearch(words(), tokens);
      prefixes = search;
    }
    return search;
  }

  /// Walks the places of one token of a phrase forward only.
  private final class Cursor {
    private final Places places;
    private final int distance;
    private int next;

    Cursor(Places places, int distance) {
      this.places = places;
      this.distance = distance;
    }

    /// Whether the token stands at its distance from a first token; ask in order of position.
    boolean reaches(int firstPosition) {
      int wanted = firstPosition + distance;
      while (next < places.size && positions[places.indexes[next]] < wanted) {
        next++;
      }
      return next < places.size && positions[places.indexes[next]] == wanted;
    }

    Token token() {
      return tokens.get(places.indexes[next]);
    }
  }
}
