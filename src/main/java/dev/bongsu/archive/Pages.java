package dev.bongsu.archive;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/// The pages of all documents that satisfy a query, each once; a document that is no page of its
/// own is one.
final class Pages implements CollectorManager<Pages.Collected, Pages.Collected> {

  @Override
  public Collected newCollector() {
    return new Collected();
  }

  @Override
  public Collected reduce(Collection<Collected> collectors) {
    Collected all = new Collected();
    for (Collected each : collectors) {
      all.pages.addAll(each.pages);
      all.others += each.others;
    }
    return all;
  }

  static final class Collected implements Collector {
    private final Set<Long> pages = new HashSet<>();
    private int others;

    /// @param page by its number in [ArticleDocument#PAGE]
    void add(long page) {
      if (page == ArticleDocument.NO_PAGE) {
        others++;
      } else {
        pages.add(page);
      }
    }

    int size() {
      return pages.size() + others;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), ArticleDocument.PAGE);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
          add(values.advanceExact(document) ? values.longValue() : ArticleDocument.NO_PAGE);
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
