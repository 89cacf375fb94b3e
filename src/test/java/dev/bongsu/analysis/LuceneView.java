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
  private static final String BEGINNINGS = "beginnings";

  private final TokenPipeline pipeline;
  private final WordBorders borders;

  public LuceneView(Dictionary dictionary) {
    borders = new WordBorders(dictionary.units());
    try {
      pipeline =
          new TokenPipeline(
              UserDictionary.open(new StringReader(String.join("\n", dictionary.entries()))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A text as a document.
  public Document document(String text) {
    String normal = NormalText.of(text).text();
    List<Morpheme> morphemes = pipeline.morphemes(AnalysisChain.thinned(normal));
    List<Token> tokens = Token.of(normal, borders.settled(normal, morphemes));
    SurfaceWords words = new WordReader(normal, tokens).read();
    Surfaces surfaces = new Surfaces(normal, words);
    Document document = new Document();
    document.add(new TextField(TOKENS, new Tokens(tokens)));
    document.add(new TextField(SURFACES, new Listed(surfaces.all)));
    document.add(new TextField(NOUNS, new Listed(surfaces.nouns)));
    document.add(new TextField(BEGINNINGS, new Listed(surfaces.beginnings(tokens))));
    return document;
  }

  /// A term as a query.
  public static Query query(SearchTerm term) {
    return switch (term) {
      case WordTerm word -> query(word);
      case PrefixTerm prefix ->
          // PrefixQuery would pass by the presearcher
          new RegexpQuery(new Term(BEGINNINGS, prefix.letters() + ".*"), RegExp.NONE);
      case ExactTerm exact -> throw new IllegalArgumentException("not modelled: " + exact);
    };
  }

  private static Query query(WordTerm word) {
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    if (word.size() > 0) {
      PhraseQuery.Builder phrase = new PhraseQuery.Builder();
      for (int i = 0; i < word.size(); i++) {
        phrase.add(new Term(TOKENS, word.token(i)), word.distance(i));
      }
      either.add(phrase.build(), Occur.SHOULD);
    }
    if (!word.surface().isEmpty()) {
      String field = word.noun() ? NOUNS : SURFACES;
      either.add(new TermQuery(new Term(field, word.surface())), Occur.SHOULD);
    }
    return either.build();
  }

  /// All surfaces of a text, by trying every stretch of letters.
  private static final class Surfaces {
    private final SurfaceWords words;
    private final List<String> all = new ArrayList<>();
    private final List<String> nouns = new ArrayList<>();
    private final String letters;

    Surfaces(String normal, SurfaceWords words) {
      this.words = words;
      StringBuilder read = new StringBuilder();
      for (int i = 0; i < normal.length(); i++) {
        if (Letters.isLetter(normal, i)) {
          read.append(Letters.reading(Character.toLowerCase(normal.charAt(i))));
        }
      }
      letters = read.toString();
      words.forEach(this::add);
    }

    private void add(int start, int end, WrittenWord last) {
      all.add(letters.substring(start, end));
      if (last.canEndNounAt(end)) {
        nouns.add(letters.substring(start, end));
      }
    }

    List<String> beginnings(List<Token> tokens) {
      List<String> found = new ArrayList<>();
      for (WrittenWord word : words.words()) {
        found.add(letters.substring(word.start(), word.end()));
      }
      for (Token token : tokens) {
        int letter = token.noun() && !letters.isEmpty() ? words.letterAt(token.start()) : -1;
        if (letter >= 0) {
          int end = words.words().get(words.wordAt(letter)).end();
          found.add(letters.substring(letter, end));
        }
      }
      return found;
    }
  }

  /// Tokens at their positions, an acronym's exact form at the place of its plain one.
  private static final class Tokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> forms = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private int next;

    Tokens(List<Token> tokens) {
      int last = -1;
      for (Token token : tokens) {
        forms.add(token.form());
        steps.add(token.position() - last);
        last = token.position();
        if (!token.written().isEmpty()) {
          forms.add(token.written());
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
  private static final class Listed extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> forms;
    private int next;

    Listed(List<String> forms) {
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
