package dev.bongsu.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.RegExp;

/// Texts and terms as Lucene's own index and queries: an oracle that shares the analyser with ours,
/// and nothing else. Where ours has numbers, it has words.
public final class LuceneView {
  private static final String TOKENS = "tokens";
  private static final String SURFACES = "surfaces";
  private static final String NOUNS = "nouns";
  private static final String PREFIXES = "beginnings";

  private final MorphologicalAnalyzer analyzer;
  private final WordBoundaryCorrector boundaries;
  private final CompoundNouns compounds;

  public LuceneView(Dictionary dictionary) {
    compounds = new CompoundNouns(new KnownNouns(dictionary.surfaces()), dictionary.wholeWords());
    boundaries = new WordBoundaryCorrector(dictionary.wholeWords());
    try {
      analyzer =
          new MorphologicalAnalyzer(
              UserDictionary.open(new StringReader(String.join("\n", dictionary.entries()))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A text as a document.
  public Document document(String text) {
    String normal = NormalizedText.of(text).text();
    List<Morpheme> morphemes = analyzer.morphemes(AnalysisChain.collapsePunctuation(normal));
    List<Token> tokens = Token.of(normal, boundaries.correct(normal, morphemes));
    SurfaceText words = new SurfaceTokenizer(normal, tokens, compounds).tokenize();
    Surfaces surfaces = new Surfaces(words);
    Document document = new Document();
    document.add(new TextField(TOKENS, new PositionedTokens(tokens)));
    document.add(new TextField(SURFACES, new UnorderedTokens(surfaces.all)));
    document.add(new TextField(NOUNS, new UnorderedTokens(surfaces.nouns)));
    document.add(new TextField(PREFIXES, new UnorderedTokens(surfaces.prefixSources(tokens))));
    return document;
  }

  /// A term as a query.
  public static Query query(SearchTerm term) {
    return switch (term) {
      case WordTerm word -> query(word);
      case PrefixTerm prefix ->
          // PrefixQuery would pass by the presearcher
          new RegexpQuery(new Term(PREFIXES, prefix.prefix() + ".*"), RegExp.NONE);
      case ExactTerm exact -> throw new IllegalArgumentException("not modelled: " + exact);
    };
  }

  private static Query query(WordTerm word) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    if (word.tokenCount() > 0) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      for (int i = 0; i < word.tokenCount(); i++) {
        phrase.add(new Term(TOKENS, word.token(i)), word.distance(i));
      }
      either.add(phrase.build(), Occur.SHOULD);
    }
    if (!word.surface().isEmpty()) {
      String field = word.nounOnly() ? NOUNS : SURFACES;
      either.add(new TermQuery(new Term(field, word.surface())), Occur.SHOULD);
    }
    return either.build();
  }

  /// All surfaces of a text, by trying every stretch of letters.
  private static final class Surfaces {
    private final SurfaceText words;
    private final List<String> all = new ArrayList<>();
    private final List<String> nouns = new ArrayList<>();
    private final String characters;

    Surfaces(SurfaceText words) {
      this.words = words;
      this.characters = words.characters();
      words.forEach(this::add);
    }

    private void add(int start, int end, boolean noun) {
      String surface = Loanwords.fold(characters.substring(start, end));
      all.add(surface);
      if (noun) {
        nouns.add(surface);
      }
    }

    List<String> prefixSources(List<Token> tokens) {
      List<String> found = new ArrayList<>();
      for (SurfaceWord word : words.words()) {
        found.add(characters.substring(word.start(), word.end()));
      }
      for (Token token : tokens) {
        int letter =
            token.noun() && !characters.isEmpty() ? words.characterIndexAt(token.start()) : -1;
        if (letter >= 0) {
          int end = words.words().get(words.wordIndexAt(letter)).end();
          found.add(characters.substring(letter, end));
        }
      }
      return found;
    }
  }

  /// Tokens at their positions, an acronym's exact form at the place of its plain one.
  private static final class PositionedTokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> forms = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private int next;

    PositionedTokens(List<Token> tokens) {
      int last = -1;
      for (Token token : tokens) {
        forms.add(token.form());
        steps.add(token.position() - last);
        last = token.position();
        if (!token.exactForm().isEmpty()) {
          forms.add(token.exactForm());
          steps.add(0);
        }
      }
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == forms.size()) {
        return false;
      }
      term.append(forms.get(next));
      step.setPositionIncrement(steps.get(next++));
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }

  /// Words without an order.
  private static final class UnorderedTokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> forms;
    private int next;

    UnorderedTokens(List<String> forms) {
      this.forms = forms;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (next == forms.size()) {
        return false;
      }
      term.append(forms.get(next++));
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
