package dev.bongsu.archive;

import dev.bongsu.analysis.AnalysedText;
import dev.bongsu.analysis.AnalysisChain;
import dev.bongsu.analysis.KeyHashes;
import dev.bongsu.article.Article;
import dev.bongsu.article.ArticleId;
import dev.bongsu.article.SearchableArticle;
import dev.bongsu.article.SearchableArticleStore.ArticleVersion;
import dev.bongsu.summary.ArticleKind;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/// Converts articles to and from Lucene documents.
final class ArticleDocument {
  /// Raise it when the format of documents changes.
  static final int FORMAT_VERSION = 5;

  static final String INDEX_TERM = "clue";
  static final String EFFECTIVE_TIME = "happened";
  static final String TEXT_READY = "kept";
  static final String FEED = "feed";
  static final String SEEN = "seen";

  /// The key of the article's page; [#NO_PAGE_KEY] if it has none of its own.
  static final String PAGE_KEY = "page";

  static final long NO_PAGE_KEY = 0;

  private static final String ID = "id";
  private static final String LINK = "link";
  private static final String SOURCE = "source";
  private static final String TITLE = "title";
  private static final String TEXT = "text";
  private static final String LANGUAGE = "language";
  private static final String PUBLISHED = "published";
  private static final String AUTHOR = "author";
  private static final String CATEGORY = "category";
  private static final String KIND = "kind";
  private static final String TOKENS = "tokens";
  private static final String OWN_PAGE = "own";

  private ArticleDocument() {}

  private static void addNumber(Document document, String field, Instant time) {
    document.add(new NumericDocValuesField(field, time.toEpochMilli()));
    document.add(new StoredField(field, time.toEpochMilli()));
  }

  /// Finds the document of an article.
  static Term idTerm(ArticleId id) {
    return new Term(ID, Long.toString(id.value()));
  }

  static Document write(SearchableArticle kept, AnalysedText analysed) {
    Article article = kept.article();
    Document document = new Document();
    document.add(new StringField(ID, idTerm(article.id()).text(), Field.Store.YES));
    document.add(new LongPoint(EFFECTIVE_TIME, kept.effectiveTime().toEpochMilli()));
    addNumber(document, EFFECTIVE_TIME, kept.effectiveTime());
    addNumber(document, TEXT_READY, kept.textReady());
    document.add(new LongPoint(SEEN, kept.seen().toEpochMilli()));
    document.add(new StringField(FEED, Long.toString(kept.feed().value()), Field.Store.NO));
    document.add(new StoredField(LINK, article.link().toString()));
    document.add(new StoredField(SOURCE, article.source()));
    document.add(new StoredField(TITLE, article.title()));
    document.add(new StoredField(TEXT, article.text()));
    document.add(new StoredField(LANGUAGE, article.language()));
    document.add(new StoredField(OWN_PAGE, kept.ownPage() ? 1 : 0));
    document.add(new NumericDocValuesField(PAGE_KEY, pageKey(article, kept.ownPage())));
    Optional.ofNullable(article.published())
        .ifPresent(time -> document.add(new StoredField(PUBLISHED, time.toEpochMilli())));
    document.add(new StoredField(AUTHOR, article.author()));
    document.add(new StoredField(KIND, article.kind().code()));
    article.categories().forEach(name -> document.add(new StoredField(CATEGORY, name)));
    document.add(new StoredField(TOKENS, analysed.encodedTokens()));
    Set<String> clues = analysed.indexTerms();
    article.fields().forEachKey(key -> clues.add(fieldIndexTerm(key)));
    document.add(new TermPresenceField(INDEX_TERM, clues));
    return document;
  }

  /// A 64-bit hash of the page: the chance that two pages of thirty days share it is one in a
  /// billion.
  static long pageKey(Article article, boolean ownPage) {
    return ownPage
        ? Math.max(1, KeyHashes.of(PAGE_KEY, article.link().toString()) & Long.MAX_VALUE)
        : NO_PAGE_KEY;
  }

  /// The term of a field's value.
  static String fieldIndexTerm(long key) {
    return "f" + Long.toHexString(key);
  }

  static ArticleVersion version(Document document) {
    return new ArticleVersion(id(document), number(document.getField(TEXT_READY)));
  }

  private static ArticleId id(Document document) {
    return new ArticleId(Long.parseLong(document.get(ID)));
  }

  static ArchivedArticle read(Document document, AnalysisChain chain) {
    IndexableField published = document.getField(PUBLISHED);
    Article article =
        new Article(
            id(document),
            URI.create(document.get(LINK)),
            document.get(SOURCE),
            document.get(TITLE),
            document.get(TEXT),
            document.get(LANGUAGE),
            published == null ? null : Instant.ofEpochMilli(number(published)),
            document.get(AUTHOR),
            List.of(document.getValues(CATEGORY)),
            ArticleKind.of(document.get(KIND)));
    BytesRef tokens = document.getBinaryValue(TOKENS);
    byte[] own = Arrays.copyOfRange(tokens.bytes, tokens.offset, tokens.offset + tokens.length);
    return new ArchivedArticle(
        article,
        chain.restore(article.matchedText(), own),
        number(document.getField(OWN_PAGE)) == 1,
        Instant.ofEpochMilli(number(document.getField(EFFECTIVE_TIME))));
  }

  private static long number(IndexableField field) {
    return field.numericValue().longValue();
  }
}
