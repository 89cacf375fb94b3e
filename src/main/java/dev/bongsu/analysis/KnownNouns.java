package dev.bongsu.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.KoMorphData;
import org.apache.lucene.analysis.ko.dict.TokenInfoDictionary;
import org.apache.lucene.analysis.ko.dict.TokenInfoFST;
import org.apache.lucene.analysis.morph.BinaryDictionary;
import org.apache.lucene.util.IntsRef;
import org.apache.lucene.util.fst.FST;

/// The nouns of the analyser's dictionary and of the operator's, without their costs: whether a
/// word is one, not which reading is likely.
final class KnownNouns {
  static final int MAX_LENGTH = 6;
  private static final int MIN_LENGTH = 2;
  private static final Set<POS.Tag> COMMON_NOUNS = Set.of(POS.Tag.NNG);
  private static final Set<POS.Tag> NOUNS = Set.of(POS.Tag.NNG, POS.Tag.NNP);

  private final Set<String> added;
  private final BinaryDictionary<?> dictionary = TokenInfoDictionary.getInstance();
  private final KoMorphData morphemes = (KoMorphData) dictionary.getMorphAttributes();
  private final TokenInfoFST words = TokenInfoDictionary.getInstance().getFST();

  /// @param added nouns beside those of the analyser
  KnownNouns(Set<String> added) {
    this.added = added;
  }

  boolean contains(String word) {
    return (lengthsAt(word, 0) >> word.length() & 1) == 1;
  }

  /// Whether a word is a noun and no name.
  boolean isCommonNoun(String word) {
    int found = lengthsAt(word, 0, Math.min(word.length(), MAX_LENGTH), COMMON_NOUNS);
    return added.contains(word) || (found >> word.length() & 1) == 1;
  }

  /// The nouns of two to six characters that begin at a place: bit n is set for one of n.
  int lengthsAt(String text, int start) {
    int end = Math.min(text.length(), start + MAX_LENGTH);
    return IntStream.rangeClosed(start + MIN_LENGTH, end)
        .filter(at -> added.contains(text.substring(start, at)))
        .map(at -> 1 << (at - start))
        .reduce(lengthsAt(text, start, end, NOUNS), (one, other) -> one | other);
  }

  private int lengthsAt(String text, int start, int end, Set<POS.Tag> wanted) {
    FST.BytesReader bytes = words.getBytesReader();
    FST.Arc<Long> arc = words.getFirstArc(new FST.Arc<>());
    int lengths = 0;
    long output = 0;
    try {
      for (int at = start; at < end; at++) {
        if (words.findTargetArc(text.charAt(at), arc, arc, at == start, bytes) == null) {
          break;
        }
        output += arc.output();
        boolean word = at + 1 - start >= MIN_LENGTH && arc.isFinal();
        if (word && tags((int) (output + arc.nextFinalOutput())).anyMatch(wanted::contains)) {
          lengths |= 1 << (at + 1 - start);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lengths;
  }

  private Stream<POS.Tag> tags(int surface) {
    IntsRef entries = new IntsRef();
    dictionary.lookupWordIds(surface, entries);
    return IntStream.range(entries.offset, entries.offset + entries.length)
        .mapToObj(at -> morphemes.getLeftPOS(entries.ints[at]));
  }
}
