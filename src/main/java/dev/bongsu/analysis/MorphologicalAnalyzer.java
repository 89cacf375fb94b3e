package dev.bongsu.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/// Lucene's part of the chain: Korean morphemes, compounds taken apart, Hanja in their Hangul
/// reading, lower case, Latin letters without marks, English words by their dictionary form.
///
/// Holds buffers, so one thread at a time.
final class MorphologicalAnalyzer {
  private final EnglishForms english = new EnglishForms();
  private final KoreanTokenizer tokenizer;
  private final TokenStream stream;
  private final CharTermAttribute form;
  private final OffsetAttribute offset;
  private final PartOfSpeechAttribute partOfSpeech;

  MorphologicalAnalyzer(@Nullable UserDictionary dictionary) {
    tokenizer =
        new KoreanTokenizer(
            TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
            dictionary,
            DecompoundMode.DISCARD,
            false,
            true);
    stream = new LowerCaseFilter(new KoreanReadingFormFilter(tokenizer));
    form = stream.addAttribute(CharTermAttribute.class);
    offset = stream.addAttribute(OffsetAttribute.class);
    partOfSpeech = stream.addAttribute(PartOfSpeechAttribute.class);
  }

  /// All morphemes of a normalized text in order, with offsets into it.
  List<Morpheme> morphemes(String normal) {
    List<Morpheme> morphemes = new ArrayList<>();
    read(normal, morphemes);
    return morphemes;
  }

  /// The morphemes of a normalized text, as [#morphemes(String)], if the analyser knows each of
  /// them as a word.
  Optional<List<Morpheme>> knownMorphemes(String normal) {
    List<Morpheme> morphemes = new ArrayList<>();
    return read(normal, morphemes) ? Optional.of(morphemes) : Optional.empty();
  }

  /// @return whether the analyser knows all of them
  private boolean read(String normal, List<Morpheme> morphemes) {
    boolean known = true;
    try (stream) {
      tokenizer.setReader(new StringReader(normal));
      stream.reset();
      while (stream.incrementToken()) {
        POS.Tag tag = partOfSpeech.getLeftPOS();
        known &= tag != POS.Tag.UNKNOWN;
        String word = formOf(form.toString());
        morphemes.add(
            new Morpheme(word, offset.startOffset(), offset.endOffset(), roleOf(word, tag)));
      }
      stream.end();
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String formOf(String lower) {
    String plain = LatinLetters.fold(lower);
    return LatinLetters.isAscii(plain) ? english.of(plain) : plain;
  }

  private static Morpheme.Role roleOf(String form, POS.@Nullable Tag tag) {
    if (tag == POS.Tag.XSN && form.equals("들")) {
      return Morpheme.Role.ENDING;
    }
    return switch (tag) {
      case EP, EF, EC, ETN, ETM, JKS, JKC, JKG, JKO, JKB, JKV, JKQ, JX, JC, VCP ->
          Morpheme.Role.ENDING;
      case IC, MAG, MAJ, MM, SP, SSC, SSO, SC, SE, SF, SY, UNA, NA, VSV, XSA, XSV, VX ->
          Morpheme.Role.FILLER;
      case VV, VA, VCN -> Morpheme.Role.VERB;
      case null, default -> Morpheme.Role.NOUN;
    };
  }
}
