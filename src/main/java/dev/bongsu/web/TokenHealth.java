package dev.bongsu.web;

import dev.bongsu.chat.ChatSender;
import dev.bongsu.delivery.PlatformTokens;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the platforms accept the tokens of this bot.
public final class TokenHealth implements HealthIndicator {
  private final PlatformTokens tokens;
  private final List<ChatSender> senders;

  public TokenHealth(PlatformTokens tokens, List<ChatSender> senders) {
    this.tokens = tokens;
    this.senders = List.copyOf(senders);
  }

  @Override
  public Health health() {
    List<String> dead = tokens.rejectedAccounts();
    List<String> ours =
        senders.stream()
            .filter(sender -> dead.contains(sender.account()))
            .map(sender -> sender.platform().code())
            .toList();
    return ours.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("reason", "the token is refused: " + ours).build();
  }
}
