package dev.bongsu.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/// Turns articles and the words of queries into what they are compared by: for Korean and English
/// mixed, on both sides the same way.
///
/// For any number of threads. Never fails on a text, however odd.
public final class AnalysisChain {
  /// Higher with every change of this package that reads a text in another way.
  private static final int READING = 4;

  /// What comes after so many characters is not analysed.
  private static final int LONGEST_TEXT = 2_000_000;

  private final @Nullable UserDictionary dictionary;
  private final Synonyms synonyms;
  private final String fingerprint;
  private final Set<List<String>> compounds;
  private final Set<String> units;

  /// Readers at rest. Not one per thread: virtual threads live for one article each.
  private final Queue<Reader> resting = new ConcurrentLinkedQueue<>();

  private record Reader(TokenPipeline pipeline, WordBorders borders) {
    List<Morpheme> morphemes(String normal) {
      return borders.settled(normal, pipeline.morphemes(normal));
    }
  }

  public AnalysisChain(Dictionary dictionary, Synonyms synonyms) {
    this.synonyms = synonyms;
    this.compounds = dictionary.compounds();
    this.units = dictionary.units();
    this.dictionary = open(dictionary);
    this.fingerprint =
        "%d %s %08x".formatted(READING, Version.LATEST, dictionary.entries().hashCode());
  }

  private static @Nullable UserDictionary open(Dictionary dictionary) {
    try {
      return UserDictionary.open(new StringReader(String.join("\n", dictionary.entries())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes whenever the same text may be read in another way than before.
  public String fingerprint() {
    return fingerprint;
  }

  /// The clue of a text that has a word, see `SearchTerm.clues`; the word after the first letter.
  public static String clue(String form) {
    return Clues.TOKEN + form;
  }

  /// Another number whenever the same query may be read in another way than before.
  public long queryFingerprint() {
    return Keys.of("chain", fingerprint + new TreeMap<>(synonyms.groups()));
  }

  /// Analyses an article: title, line feed, body; of a very long one its first two million
  /// characters.
  public AnalysedText analyse(String text) {
    NormalText normal = NormalText.of(shortened(text));
    return new AnalysedText(normal, tokens(normal.text()));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
  }

  /// An article that was analysed before, several times as fast as analysing it again.
  ///
  /// @param text the same as then
  /// @param tokens what [AnalysedText#tokens] gave, under the same [#fingerprint()]
  public AnalysedText restore(String text, byte[] tokens) {
    String read = shortened(text);
    NormalText normal = tokens[0] == 1 ? NormalText.same(read) : NormalText.of(read);
    return new AnalysedText(
        normal, new TokenCodec(normal.text()).read(Arrays.copyOfRange(tokens, 1, tokens.length)));
  }

  /// Analyses a word or a phrase of a query.
  ///
  /// @param words with at least one letter or digit
  /// @return the words themselves, then what means the same
  public List<SearchTerm> terms(String words) {
    String normal = NormalText.of(words).text().strip();
    return Stream.concat(Stream.of(normal), synonyms.of(normal).stream())
        .<SearchTerm>map(this::term)
        .distinct()
        .toList();
  }

  /// The beginning of words.
  ///
  /// @param letters with at least one letter or digit
  public SearchTerm prefix(String letters) {
    return new PrefixTerm(Letters.lower(lettersOf(letters)));
  }

  /// Words exactly as they are written; letter case counts if there is a capital.
  ///
  /// @param words with at least one letter or digit
  public SearchTerm exact(String words) {
    List<String> letters =
        Stream.of(words.strip().split("\\s+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .map(AnalysisChain::lettersOf)
            .toList();
    return new ExactTerm(letters);
  }

  private static String lettersOf(String words) {
    String normal = NormalText.of(words).text();
    String letters = Letters.only(normal);
    // Without a letter that counts here: something that stands in no text, but no failure.
    return letters.isEmpty() ? normal : letters;
  }

  /// Whether neighbouring words of a query are one expression: an entry of the synonyms (zero day),
  /// or the parts of a compound of the dictionary (사이버 안보).
  public Unity unity(List<String> words) {
    if (synonyms.has(NormalText.of(String.join(" ", words)).text())) {
      return Unity.EXPRESSION;
    }
    return compounds.contains(words) ? Unity.COMPOUND : Unity.NONE;
  }

  /// Analyses consecutive words of a query as if they were written without blanks.
  ///
  /// @return empty unless the analyser knows the whole as one word, such as an institution's name:
  ///   only then are the single words not found in it
  public Optional<SearchTerm> joined(List<String> words) {
    WordTerm whole = term(NormalText.of(String.join("", words)).text());
    boolean oneWord = whole.size() == 1 && !whole.surface().isEmpty();
    return oneWord ? Optional.of(whole) : Optional.empty();
  }

  private WordTerm term(String normal) {
    return new TermReader(normal, morphemes(normal)).read();
  }

  private List<Token> tokens(String normal) {
    return Token.of(normal, morphemes(normal));
  }

  private List<Morpheme> morphemes(String normal) {
    Reader reader = resting.poll();
    if (reader == null) {
      reader = new Reader(new TokenPipeline(dictionary), new WordBorders(units));
    }
    List<Morpheme> morphemes = reader.morphemes(thinned(normal));
    resting.add(reader);
    return morphemes;
  }

  /// The same text, character for character, with one mark left of each run of marks: the tokenizer
  /// takes 20 s for a megabyte of commas.
  static String thinned(String normal) {
    StringBuilder thin = new StringBuilder(normal);
    for (int at = 1; at < normal.length(); at++) {
      if (isMark(normal, at) && isMark(normal, at - 1)) {
        thin.setCharAt(at, ' ');
      }
    }
    return thin.toString();
  }

  private static boolean isMark(String normal, int at) {
    return !Letters.isLetter(normal, at) && !Letters.isBlank(normal.charAt(at));
  }
}
