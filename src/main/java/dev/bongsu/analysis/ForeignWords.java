package dev.bongsu.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// The words of one language as its analyser sees them. Thread-safe.
final class ForeignWords {
  private static final int GAP = 1000;

  /// Endings of the languages in Latin script. Those that the analyser does not take off again are
  /// none of this language.
  private static final List<String> ENDINGS =
      List.of(
          ("- e s es n en er em ern et te t a o as os i x al aux ar or na ne d da de do dos das ado"
                  + " ada are ere ir in innen nen se le la lo y ie")
              .split(" "));

  private final String language;
  private final Analyzer analyzer;
  private final EnglishForms english = new EnglishForms();
  private final BoundedCache<List<String>> formsByStem = new BoundedCache<>(5_000);

  /// A word of a text.
  private record Stem(String form, int start, int end, int position) {}

  ForeignWords(String language, Analyzer analyzer) {
    this.language = language;
    this.analyzer = analyzer;
  }

  /// The words of a text one after the other, under forms of this language.
  ///
  /// @param position after that of all other tokens
  List<Token> tokens(String normal, int position) {
    return stems(normal).stream()
        .map(
            stem ->
                new Token(
                    own(stem.form()),
                    "",
                    stem.start(),
                    stem.end(),
                    position + GAP + stem.position(),
                    false))
        .toList();
  }

  /// A word or phrase of a query; empty if the analyser finds nothing in it.
  Optional<WordTerm> term(String normal) {
    List<Stem> stems = stems(normal);
    List<WordTerm.Step> steps =
        stems.stream()
            .map(
                stem ->
                    new WordTerm.Step(
                        own(stem.form()), stem.position() - stems.getFirst().position()))
            .toList();
    return steps.isEmpty() ? Optional.empty() : Optional.of(new WordTerm(steps, "", false));
  }

  private String own(String form) {
    return language + ":" + form;
  }

  /// The words of a text, each in every form that has the same stem, as a query may write it.
  ///
  /// @param position after that of all other tokens
  List<Token> forms(String normal, int position) {
    List<Token> tokens = new ArrayList<>();
    int next = position;
    for (Stem stem : stems(normal)) {
      for (String form : formsByStem.computeIfAbsent(stem.form(), this::formsOf)) {
        next += GAP;
        tokens.add(new Token(form, "", stem.start(), stem.end(), next, false));
      }
    }
    return tokens;
  }

  private List<String> formsOf(String stem) {
    return ENDINGS.stream()
        .map(ending -> stem + ending.replace("-", ""))
        .filter(form -> stems(form).stream().map(Stem::form).toList().equals(List.of(stem)))
        .map(this::plain)
        .distinct()
        .toList();
  }

  private String plain(String form) {
    synchronized (english) {
      return english.of(LatinLetters.fold(form));
    }
  }

  private List<Stem> stems(String text) {
    List<Stem> stems = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = 0;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        stems.add(new Stem(term.toString(), offset.startOffset(), offset.endOffset(), position));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return stems;
  }
}
