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
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/// Analyses articles and the words of queries in the same way, for Korean and English mixed.
///
/// Thread-safe. Never throws, whatever the text.
public final class AnalysisChain {
  /// Increased with every change of this package that changes the analysis of a text.
  private static final int ANALYSIS_VERSION = 5;

  /// The text after this number of characters is not analysed.
  private static final int MAX_TEXT_LENGTH = 2_000_000;

  private final @Nullable UserDictionary dictionary;
  private final Synonyms synonyms;
  private final String fingerprint;
  private final Set<List<String>> compounds;
  private final Set<String> wholeWords;
  private final KnownNouns knownNouns;
  private final CompoundNouns compoundNouns;
  private final ParticleRemover particles;
  private final ForeignLanguages foreignLanguages = new ForeignLanguages();

  /// Pooled, not one per thread: a virtual thread lives for one article.
  private final Queue<PooledAnalyzer> idleAnalyzers = new ConcurrentLinkedQueue<>();

  private record PooledAnalyzer(MorphologicalAnalyzer analyzer, WordBoundaryCorrector boundaries) {
    List<Morpheme> morphemes(String normal) {
      return boundaries.correct(normal, analyzer.morphemes(normal));
    }
  }

  public AnalysisChain(Dictionary dictionary, Synonyms synonyms) {
    this.synonyms = synonyms;
    this.compounds = dictionary.compounds();
    this.wholeWords = dictionary.wholeWords();
    this.knownNouns = new KnownNouns(dictionary.surfaces());
    this.compoundNouns = new CompoundNouns(knownNouns, wholeWords);
    this.particles = new ParticleRemover(this::morphemes, compoundNouns);
    this.dictionary = userDictionary(dictionary);
    this.fingerprint =
        "%d %s %08x".formatted(ANALYSIS_VERSION, Version.LATEST, dictionary.entries().hashCode());
  }

  private static @Nullable UserDictionary userDictionary(Dictionary dictionary) {
    try {
      return UserDictionary.open(new StringReader(String.join("\n", dictionary.entries())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes whenever the analysis of a text may have changed.
  public String fingerprint() {
    return fingerprint;
  }

  /// The index term of a token, see `SearchTerm.indexTerms`: the token's form after one character.
  public static String indexTerm(String form) {
    return IndexTerms.ofToken(form);
  }

  /// Changes whenever the analysis of a query may have changed.
  public long queryFingerprint() {
    return KeyHashes.of("chain", fingerprint + new TreeMap<>(synonyms.groups()));
  }

  /// Analyses an article: title, line feed, body; of a very long one its first two million
  /// characters.
  public AnalysedText analyse(String text) {
    NormalizedText normal = NormalizedText.of(truncated(text));
    return new AnalysedText(normal, tokens(normal.text()), compoundNouns);
  }

  private static String truncated(String text) {
    return text.length() <= MAX_TEXT_LENGTH ? text : text.substring(0, MAX_TEXT_LENGTH);
  }

  /// Restores an earlier analysis, several times as fast as analysing again.
  ///
  /// @param text the analysed text
  /// @param tokens the result of [AnalysedText#encodedTokens] under the same [#fingerprint()]
  public AnalysedText restore(String text, byte[] tokens) {
    String read = truncated(text);
    NormalizedText normal =
        tokens[0] == 1 ? NormalizedText.unchanged(read) : NormalizedText.of(read);
    List<Token> decoded =
        new TokenCodec(normal.text()).decode(Arrays.copyOfRange(tokens, 1, tokens.length));
    return new AnalysedText(normal, decoded, compoundNouns);
  }

  /// Analyses a word or a phrase of a query.
  ///
  /// @param words with at least one letter or digit
  /// @return the words themselves, then their synonyms
  public List<SearchTerm> terms(String words) {
    String normal = NormalizedText.of(words).text().strip();
    String spelledOut = LatinLetters.spellOutUmlauts(normal);
    Stream<String> noun = particles.remove(normal).stream();
    Stream<String> spellings = Loanwords.variants(normal, knownNouns);
    Stream<SearchTerm> terms =
        Stream.of(Stream.of(normal, spelledOut), noun, spellings)
            .flatMap(Function.identity())
            .distinct()
            .flatMap(form -> Stream.concat(Stream.of(form), synonyms.of(form).stream()))
            .map(this::term);
    return Stream.concat(terms, foreignLanguages.terms(normal).stream()).distinct().toList();
  }

  /// Whether words are in a script of which no language is analysed: they are found as written
  /// only.
  public static boolean isUnanalysed(String words) {
    return ForeignLanguages.isUnknown(words);
  }

  /// A prefix of words.
  ///
  /// @param characters with at least one letter or digit
  public SearchTerm prefixTerm(String characters) {
    return new PrefixTerm(WordCharacters.surfaceForm(wordCharactersOf(characters)));
  }

  /// Words exactly as written; case-sensitive if there is a capital.
  ///
  /// @param words with at least one letter or digit
  public SearchTerm exactTerm(String words) {
    List<String> letters =
        Stream.of(words.strip().split("\\s+"))
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .map(AnalysisChain::wordCharactersOf)
            .toList();
    String all = words.strip();
    int end = all.length();
    while (end > 0 && !Character.isLetterOrDigit(all.charAt(end - 1))) {
      end--;
    }
    return new ExactTerm(letters, WordCharacters.signsAfter(all, end));
  }

  private static String wordCharactersOf(String words) {
    return WordCharacters.surfaceOf(NormalizedText.of(words).text());
  }

  /// Whether neighbouring words of a query are one expression: an entry of the synonyms (zero day),
  /// or the parts of a compound of the dictionary (사이버 안보).
  public CompoundKind compoundKind(List<String> words) {
    if (synonyms.contains(NormalizedText.of(String.join(" ", words)).text())) {
      return CompoundKind.EXPRESSION;
    }
    return compounds.contains(words) ? CompoundKind.COMPOUND : CompoundKind.NONE;
  }

  /// Analyses consecutive words of a query as one word without blanks.
  ///
  /// @return empty unless the analyser knows the whole as one word, such as an institution's name:
  ///   only then does a search for the single words miss it
  public Optional<SearchTerm> joinedTerm(List<String> words) {
    WordTerm whole = term(NormalizedText.of(String.join("", words)).text());
    boolean oneWord = whole.tokenCount() == 1 && !whole.surface().isEmpty();
    return oneWord ? Optional.of(whole) : Optional.empty();
  }

  private WordTerm term(String normal) {
    return new TermBuilder(normal, morphemes(normal)).build();
  }

  private List<Token> tokens(String normal) {
    List<Token> tokens = Token.of(normal, morphemes(normal));
    int last = tokens.isEmpty() ? 0 : tokens.getLast().position();
    List<Token> foreign = foreignLanguages.tokens(normal, last);
    return foreign.isEmpty() ? tokens : Stream.concat(tokens.stream(), foreign.stream()).toList();
  }

  private List<Morpheme> morphemes(String normal) {
    PooledAnalyzer analyzer = idleAnalyzers.poll();
    if (analyzer == null) {
      analyzer =
          new PooledAnalyzer(
              new MorphologicalAnalyzer(dictionary), new WordBoundaryCorrector(wholeWords));
    }
    List<Morpheme> morphemes = analyzer.morphemes(collapsePunctuation(normal));
    idleAnalyzers.add(analyzer);
    return morphemes;
  }

  /// A text of the same length with each run of punctuation reduced to its first character: the
  /// tokenizer takes 20 s for a megabyte of commas.
  static String collapsePunctuation(String normal) {
    StringBuilder thin = new StringBuilder(normal);
    for (int at = 1; at < normal.length(); at++) {
      if (isPunctuation(normal, at) && isPunctuation(normal, at - 1)) {
        thin.setCharAt(at, ' ');
      }
    }
    return thin.toString();
  }

  private static boolean isPunctuation(String normal, int at) {
    return !WordCharacters.isWordCharacter(normal, at)
        && !WordCharacters.isInlineSpace(normal.charAt(at));
  }
}
