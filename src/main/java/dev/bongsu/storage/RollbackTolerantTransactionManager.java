package dev.bongsu.storage;

import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/// Transactions that SQLite may have rolled back by itself, as it does when the disk is full: to
/// roll them back once more is an error to it, which would hide the one that matters.
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
