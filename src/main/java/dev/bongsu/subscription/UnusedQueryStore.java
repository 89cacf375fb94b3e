package dev.bongsu.subscription;

import dev.bongsu.storage.Database;

/// The rows of the table `query` that no subscription refers to.
public final class UnusedQueryStore {
  private final Database database;

  public UnusedQueryStore(Database database) {
    this.database = database;
  }

  /// Deletes queries without a subscription and without a match in a kept article, if they were
  /// unused at the last [#mark()].
  ///
  /// @return how many; 0 if there are no more
  public int deleteMarked(int max) {
    String sql =
        """
        delete from query where active = 0 and id in (
          select id from query
          where active = 0 and version <= (select value from counter where name = 'unused-query')
          and not exists (select 1 from subscription where subscription.query_id = query.id)
          and not exists (select 1 from article_match where article_match.query_id = query.id)
          order by version limit :limit)
        """;
    return database.write().sql(sql).param("limit", max).update();
  }

  /// Marks the queries that are unused now. They may be deleted the next night: by then every
  /// running node knows that they are unused.
  public void mark() {
    database
        .write()
        .sql(
            """
            update counter set value = (select value from counter where name = 'subscription')
            where name = 'unused-query'
            """)
        .update();
  }
}
