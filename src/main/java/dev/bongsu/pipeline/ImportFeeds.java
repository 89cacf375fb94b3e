package dev.bongsu.pipeline;

import dev.bongsu.command.FeedImportStore;
import dev.bongsu.command.FeedImports;
import dev.bongsu.command.WantedFeed;
import java.util.List;

/// feed_import ──▶ feed, in the background: a chat that imports a list goes on meanwhile.
public final class ImportFeeds implements Work<WantedFeed> {
  private static final int SLOTS = 4;

  private final FeedImportStore imports;
  private final FeedImports work;

  public ImportFeeds(FeedImportStore imports, FeedImports work) {
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
  public List<WantedFeed> claim(int atMost) {
    return imports.claim(atMost);
  }

  @Override
  public void handle(WantedFeed feed) {
    work.handle(feed);
  }

  @Override
  public long id(WantedFeed feed) {
    return feed.claim().id();
  }

  @Override
  public void giveBack(WantedFeed feed) {
    imports.giveBack(feed);
  }

  @Override
  public boolean renew(WantedFeed feed) {
    return imports.renew(feed);
  }
}
