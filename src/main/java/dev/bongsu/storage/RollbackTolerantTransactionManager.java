package dev.bongsu.storage;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Ignores a failed rollback of a transaction that SQLite has rolled back by itself, as on a full
/// disk: that second error would hide the first.
final class RollbackTolerantTransactionManager extends JdbcTransactionManager {
  private static final long serialVersionUID = 1L;
  private static final String ALREADY_ROLLED_BACK = "no transaction is active";

  RollbackTolerantTransactionManager(DataSource source) {
    super(source);
  }

  @Override
  protected void doRollback(DefaultTransactionStatus status) {
    try {
      super.doRollback(status);
    } catch (TransactionException e) {
      if (!String.valueOf(e.getMostSpecificCause().getMessage()).contains(ALREADY_ROLLED_BACK)) {
        throw e;
      }
    }
  }
}
