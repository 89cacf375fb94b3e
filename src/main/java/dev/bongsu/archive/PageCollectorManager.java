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

/// Collects the page keys of all matching documents, each once; a document without a page of its
/// own counts as one.
final class PageCollectorManager
    implements CollectorManager<
        PageCollectorManager.PageCollector, PageCollectorManager.PageCollector> {

  @Override
  public PageCollector newCollector() {
    return new PageCollector();
  }

  @Override
  public PageCollector reduce(Collection<PageCollector> collectors) {
    PageCollector all = new PageCollector();
    for (PageCollector each : collectors) {
      all.pageKeys.addAll(each.pageKeys);
      all.documentsWithoutPage += each.documentsWithoutPage;
    }
    return all;
  }

  static final class PageCollector implements Collector {
    private final Set<Long> pageKeys = new HashSet<>();
    private int documentsWithoutPage;

    /// @param page by its number in [ArticleDocument#PAGE_KEY]
    void add(long page) {
      if (page == ArticleDocument.NO_PAGE_KEY) {
        documentsWithoutPage++;
      } else {
        pageKeys.add(page);
      }
    }

    int size() {
      return pageKeys.size() + documentsWithoutPage;
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
      NumericDocValues values = DocValues.getNumeric(leaf.reader(), ArticleDocument.PAGE_KEY);
      return new LeafCollector() {
        @Override
        public void setScorer(Scorable scorer) {}

        @Override
        public void collect(int document) throws IOException {
          add(values.advanceExact(document) ? values.longValue() : ArticleDocument.NO_PAGE_KEY);
        }
      };
    }

    @Override
    public ScoreMode scoreMode() {
      return ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
