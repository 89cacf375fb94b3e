package dev.bongsu.delivery;

import dev.bongsu.chat.Operator;
import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.Platform;
import java.util.List;

/// Which of the platforms' tokens are refused. A dead token parks all that is to be sent with it,
/// until a bot is started again.
public final class Tokens {
  private final OutboxTables tables;
  private final Operator operator;

  public Tokens(OutboxTables tables, Operator operator) {
    this.tables = tables;
    this.operator = operator;
  }

  /// The platform refuses a token, for everything.
  ///
  /// @param account as the platform's sender names it
  /// @param reason for the operator, without secrets
  public void refused(String account, Platform platform, String reason) {
    tables.accounts().start(account);
    tables.accounts().die(account, reason);
    operator.tell(OperatorNotice.TOKEN_DEAD, platform.code(), reason);
  }

  /// The accounts of dead tokens; empty if all is well.
  public List<String> dead() {
    return tables.accounts().dead();
  }
}
