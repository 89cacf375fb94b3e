package dev.bongsu.delivery;

import dev.bongsu.chat.OperatorNotice;
import dev.bongsu.chat.OperatorReporter;
import dev.bongsu.chat.Platform;
import java.util.List;

/// The tokens that the platforms reject. With a rejected token nothing is sent until the bot is
/// started again.
public final class PlatformTokens {
  private final TokenRateLimiter limiter;
  private final OperatorReporter operator;

  public PlatformTokens(TokenRateLimiter limiter, OperatorReporter operator) {
    this.limiter = limiter;
    this.operator = operator;
  }

  /// Records that the platform rejects a token.
  ///
  /// @param account as the platform's sender names it
  /// @param reason for the operator, without secrets
  public void markRejected(String account, Platform platform, String reason) {
    limiter.markRejected(account, reason);
    operator.report(OperatorNotice.TOKEN_DEAD, platform.code(), reason);
  }

  /// The accounts of rejected tokens; empty if there are none.
  public List<String> rejectedAccounts() {
    return limiter.rejectedAccounts();
  }
}
