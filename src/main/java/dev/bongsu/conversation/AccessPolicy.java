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

/// Decides whether a person is answered, and whether they may do what they ask.
public final class AccessPolicy {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// So much said in a short time before any of it is answered is a flood, of which one word is
  /// answered. Nobody types so fast; who waits for answers never comes near.
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

  /// Whether somebody is answered at all.
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
    boolean quietly = quotas.used(subject, "flood", FLOOD_WINDOW) > 0;
    int used = quotas.increment(subject, "command", MINUTE);
    if (used > most) {
      boolean told = used > most + 1 || quietly;
      return told ? new AccessDecision.Ignored() : refused(wording, "quota.commands", most);
    }
    return quietly ? new AccessDecision.AllowedSilently(flood) : new AccessDecision.Allowed();
  }

  /// What is said of a flood that begins; blank if none does.
  ///
  /// @param kept how many of the person's words are done all the same: word by word the rest would
  ///   keep everybody else waiting
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

  /// Whether somebody may do this to a chat.
  AccessDecision authorize(
      Inbound inbound, Chat chat, CommandName.RequiredRole kind, Translations wording) {
    return switch (kind) {
      case ANYONE -> new AccessDecision.Allowed();
      case MEMBER ->
          chat.id().equals(inbound.chat())
              ? new AccessDecision.Allowed()
              : authorizeChange(inbound, chat.id(), wording);
      case ADMIN -> authorizeChange(inbound, chat.id(), wording);
      case OWNER ->
          access.isOwner(inbound)
              ? new AccessDecision.Allowed()
              : refused(wording, "access.owner_only");
    };
  }

  private AccessDecision authorizeChange(Inbound inbound, ChatId chat, Translations wording) {
    return switch (members.changePermission(chat, inbound.sender())) {
      case GRANTED -> new AccessDecision.Allowed();
      case DENIED -> refused(wording, "access.admins_only");
      case UNKNOWN -> refused(wording, "access.cannot_ask");
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

  /// What was decided.
  sealed interface AccessDecision {
    record Allowed() implements AccessDecision {}

    /// What changes something is done, and not answered: said in a flood.
    ///
    /// @param notice what is answered all the same; mostly blank
    record AllowedSilently(String notice) implements AccessDecision {}

    /// Not answered: nothing is said to who says too much.
    record Ignored() implements AccessDecision {}

    record Refused(String text) implements AccessDecision {}
  }
}
