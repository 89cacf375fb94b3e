package dev.bongsu.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// Collects all matching documents, newest first; of equal times the later indexed one first.
final class NewestFirstCollectorManager
    implements CollectorManager<NewestFirstCollectorManager.NewestFirstCollector, int[]> {
  private static final Comparator<RankedDocument> ORDER =
      Comparator.comparingLong(RankedDocument::effectiveTime)
          .thenComparingLong(RankedDocument::textReady)
          .thenComparingInt(RankedDocument::document)
          .reversed();

  private record RankedDocument(int document, long effectiveTime, long textReady) {}

  @Override
  public NewestFirstCollector newCollector() {
    return new NewestFirstCollector();
  }

  @Override
  public int[] reduce(Collection<NewestFirstCollector> collectors) {
    return collectors.stream()
        .flatMap(documents -> documents.found.stream())
        .sorted(ORDER)
        .mapToInt(RankedDocument::document)
        .toArray();
  }

  static final class NewestFirstCollector implements Collector {
    private final List<RankedDocument> found = new ArrayList<>();

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      NumericDocValues happened =
          DocValues.getNumeric(leaf.reader(), ArticleDocument.EFFECTIVE_TIME);
      NumericDocValues kept = DocValues.getNumeric(leaf.reader(), ArticleDocument.TEXT_READY);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
          found.add(
              new RankedDocument(
                  leaf.docBase + document, value(happened, document), value(kept, document)));
        }
      };
    }

    private static long value(NumericDocValues values, int document) throws IOException {
      return values.advanceExact(document) ? values.longValue() : 0;
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
