package dev.bongsu.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/// Lucene's part of the chain: Korean morphemes, compounds taken apart, Hanja in their Hangul
/// reading, lower case, English words by their dictionary form.
///
/// KStem, not Porter: Porter takes university and universal for one word.
///
/// Holds buffers, so one thread at a time.
final class MorphologicalAnalyzer {
  /// Forms that KStem does not know or takes for words of their own, each with its dictionary form.
  private static final String IRREGULAR_FORMS =
      "days/day men/man women/woman children/child leaves/leaf lives/life wives/wife knives/knife"
          + " wolves/wolf thieves/thief halves/half shelves/shelf mice/mouse feet/foot teeth/tooth"
          + " geese/goose crises/crisis analyses/analysis bases/base criteria/criterion"
          + " stole/steal stolen/steal won/win sold/sell bought/buy taught/teach caught/catch"
          + " fought/fight sought/seek brought/bring built/build sent/send spent/spend lost/lose"
          + " led/lead met/meet paid/pay said/say told/tell wrote/write written/write broke/break"
          + " broken/break chose/choose chosen/choose froze/freeze frozen/freeze grew/grow"
          + " grown/grow threw/throw thrown/throw flew/fly flown/fly drove/drive driven/drive"
          + " rose/rise risen/rise shot/shoot struck/strike sank/sink sunk/sink withdrew/withdraw"
          + " withdrawn/withdraw overthrew/overthrow spies/spy armies/army";

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
    stream =
        new KStemFilter(
            withIrregularForms(new LowerCaseFilter(new KoreanReadingFormFilter(tokenizer))));
    form = stream.addAttribute(CharTermAttribute.class);
    offset = stream.addAttribute(OffsetAttribute.class);
    partOfSpeech = stream.addAttribute(PartOfSpeechAttribute.class);
  }

  private static TokenStream withIrregularForms(TokenStream words) {
    try {
      StemmerOverrideFilter.Builder forms = new StemmerOverrideFilter.Builder();
      for (String pair : IRREGULAR_FORMS.split(" ")) {
        String[] both = pair.split("/");
        forms.add(both[0], both[1]);
      }
      return new StemmerOverrideFilter(words, forms.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        int end = offset.endOffset();
        String word = KStemCorrections.correct(form.toString(), normal.charAt(end - 1));
        morphemes.add(new Morpheme(word, offset.startOffset(), end, roleOf(word, tag)));
      }
      stream.end();
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
