package dev.bongsu.delivery;

import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.OperatorReporter;
import dev.bongsu.chat.Platform;
import java.util.List;

/// Which of the platforms' tokens are refused. A dead token parks all that is to be sent with it,
/// until a bot is started again.
public final class PlatformTokens {
  private final OutboxTables tables;
  private final OperatorReporter operator;

  public PlatformTokens(OutboxTables tables, OperatorReporter operator) {
    this.tables = tables;
    this.operator = operator;
  }

  /// The platform refuses a token, for everything.
  ///
  /// @param account as the platform's sender names it
  /// @param reason for the operator, without secrets
  public void markRejected(String account, Platform platform, String reason) {
    tables.accounts().registerOrRevive(account);
    tables.accounts().markRejected(account, reason);
    operator.report(OperatorNotice.TOKEN_DEAD, platform.code(), reason);
  }

  /// The accounts of dead tokens; empty if all is well.
  public List<String> rejectedAccounts() {
    return tables.accounts().rejectedAccounts();
  }
}
