package dev.bongsu.conversation;

import dev.bongsu.access.Access;
import dev.bongsu.access.MemberDirectory;
import dev.bongsu.access.QuotaStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Translations;
import dev.bongsu.inbox.FloodStore;
import dev.bongsu.subscription.Chat;
import java.time.Duration;
import java.util.Optional;

/// Decides whether a person is answered, and whether they may run a command.
public final class AccessPolicy {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// So many unanswered messages within [#FLOOD_WINDOW] are a flood, which gets one answer. A
  /// person who types and waits for replies stays far below.
  private static final int FLOOD_MESSAGES = 7;

  private static final Duration FLOOD_WINDOW = Duration.ofSeconds(10);

  private final Access access;
  private final MemberDirectory members;
  private final QuotaStore quotas;
  private final FloodStore floods;

  public AccessPolicy(
      Access access, MemberDirectory members, QuotaStore quotas, FloodStore floods) {
    this.access = access;
    this.members = members;
    this.quotas = quotas;
    this.floods = floods;
  }

  /// Whether a person is answered at all.
  AccessDecision admit(Inbound inbound, Translations wording) {
    if (access.isOwner(inbound)) {
      return new AccessDecision.Allowed();
    }
    if (!access.isAllowed(inbound)) {
      return refuseStranger(inbound, wording);
    }
    String subject = subject(inbound);
    int most = access.settings().commandsPerMinute();
    String flood = floodNotice(inbound, subject, most, wording);
    boolean silently = quotas.used(subject, "flood", FLOOD_WINDOW) > 0;
    int used = quotas.increment(subject, "command", MINUTE);
    if (used > most) {
      boolean notified = used > most + 1 || silently;
      return notified ? new AccessDecision.Ignored() : refused(wording, "quota.commands", most);
    }
    return silently ? new AccessDecision.AllowedSilently(flood) : new AccessDecision.Allowed();
  }

  /// The notice at the beginning of a flood; blank if there is none.
  ///
  /// @param kept number of the person's messages that are still handled; the rest is discarded,
  ///   because it would delay everybody else
  private String floodNotice(Inbound inbound, String subject, int kept, Translations wording) {
    if (!floods.isFlood(inbound, FLOOD_MESSAGES, FLOOD_WINDOW)) {
      return "";
    }
    floods.discardExcess(inbound, kept);
    return quotas.increment(subject, "flood", FLOOD_WINDOW) == 1
        ? wording.text("quota.flood", FLOOD_WINDOW.toSeconds(), kept)
        : "";
  }

  private AccessDecision refuseStranger(Inbound inbound, Translations wording) {
    String place = inbound.chat().platform() + "/" + inbound.chat().workspace();
    String chat = place + "/" + inbound.chat().channel();
    return quotas.increment(chat, "refusal", DAY) == 1
        ? refused(wording, "access.closed")
        : new AccessDecision.Ignored();
  }

  /// Why a person may not run a command for a chat; empty if they may.
  Optional<String> refusal(
      Inbound inbound, Chat chat, CommandName.RequiredRole role, Translations wording) {
    return switch (role) {
      case ANYONE -> Optional.empty();
      case MEMBER ->
          chat.id().equals(inbound.chat())
              ? Optional.empty()
              : changeRefusal(inbound, chat.id(), wording);
      case ADMIN -> changeRefusal(inbound, chat.id(), wording);
      case OWNER ->
          access.isOwner(inbound)
              ? Optional.empty()
              : Optional.of(wording.text("access.owner_only"));
    };
  }

  private Optional<String> changeRefusal(Inbound inbound, ChatId chat, Translations wording) {
    return switch (members.changePermission(chat, inbound.sender())) {
      case GRANTED -> Optional.empty();
      case DENIED -> Optional.of(wording.text("access.admins_only"));
      case UNKNOWN -> Optional.of(wording.text("access.cannot_ask"));
    };
  }

  private static String subject(Inbound inbound) {
    ChatId chat = inbound.chat();
    String person = inbound.sender().isEmpty() ? chat.channel() : inbound.sender();
    return chat.platform().code() + "/" + chat.workspace() + "/" + person;
  }

  private static AccessDecision refused(Translations wording, String key, Object... arguments) {
    return new AccessDecision.Refused(wording.text(key, arguments));
  }

  /// The decision.
  sealed interface AccessDecision {
    record Allowed() implements AccessDecision {}

    /// In a flood: commands that change something are run without a reply.
    ///
    /// @param notice the reply instead; mostly blank
    record AllowedSilently(String notice) implements AccessDecision {}

    /// No reply, because the person has sent too much.
    record Ignored() implements AccessDecision {}

    record Refused(String text) implements AccessDecision {}
  }
}
