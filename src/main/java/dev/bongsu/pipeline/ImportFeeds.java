package dev.bongsu.pipeline;

import dev.bongsu.command.FeedImportItem;
import dev.bongsu.command.FeedImportStore;
import dev.bongsu.command.FeedImporter;
import java.util.List;

/// feed_import ──▶ feed, in the background: a chat that imports a list goes on meanwhile.
public final class ImportFeeds implements WorkQueue<FeedImportItem> {
  private static final int SLOTS = 4;

  private final FeedImportStore imports;
  private final FeedImporter work;

  public ImportFeeds(FeedImportStore imports, FeedImporter work) {
    this.imports = imports;
    this.work = work;
  }

  @Override
  public String name() {
    return "import-feeds";
  }

  @Override
  public String table() {
    return FeedImportStore.TABLE;
  }

  @Override
  public int slots() {
    return SLOTS;
  }

  @Override
  public List<FeedImportItem> claim(int atMost) {
    return imports.claim(atMost);
  }

  @Override
  public void handle(FeedImportItem feed) {
    work.handle(feed);
  }

  @Override
  public long id(FeedImportItem feed) {
    return feed.claim().id();
  }

  @Override
  public void release(FeedImportItem feed) {
    imports.release(feed);
  }

  @Override
  public boolean renew(FeedImportItem feed) {
    return imports.renew(feed);
  }
}
