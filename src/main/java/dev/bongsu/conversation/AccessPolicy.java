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

  /// Enough for a person who mistypes a code, too few to guess one.
  private static final int MAX_START_REFUSALS = 5;

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

  /// Whether a person is answered at all. A group that an owner or guest uses is let in.
  ///
  /// @param shows whether it only shows something, which is not counted
  AccessDecision admit(Inbound inbound, Command command, boolean shows, Translations wording) {
    boolean allowed = access.isAllowed(inbound);
    if (access.isOwner(inbound)) {
      return new AccessDecision.Allowed();
    }
    if (!allowed) {
      return refuseStranger(inbound, command, wording);
    }
    String subject = subject(inbound);
    int most = access.settings().commandsPerMinute();
    String flood = floodNotice(inbound, subject, most, wording);
    boolean silently = quotas.used(subject, "flood", FLOOD_WINDOW) > 0;
    if (!shows && quotas.increment(subject, "command", MINUTE) > most) {
      return silently || quotas.increment(subject, "limit", MINUTE) > 1
          ? new AccessDecision.Ignored()
          : refused(wording, "quota.commands", most, secondsToGo(subject));
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

  private long secondsToGo(String subject) {
    return Math.max(1, quotas.remaining(subject, "command", MINUTE).toSeconds());
  }

  private AccessDecision refuseStranger(Inbound inbound, Command command, Translations wording) {
    boolean start = command instanceof Command.Known(var name, _) && name == CommandName.START;
    boolean code = start && command instanceof Command.Known(_, var rest) && !rest.isBlank();
    boolean noOwner = access.awaitsOwner(inbound.chat().platform());
    if (code) {
      String hint = noOwner ? "\n" + wording.text("access.no_owner") : "";
      return refuse(inbound, "wrong_code", wording.text("access.bad_code") + hint);
    }
    return start && noOwner
        ? refuse(inbound, "no_owner", wording.text("access.no_owner"))
        : refuse(inbound, "refusal", wording.text("access.closed"));
  }

  /// Each kind of refusal is sent a few times a day, so that strangers cannot make the bot talk.
  private AccessDecision refuse(Inbound inbound, String kind, String text) {
    String place = inbound.chat().platform() + "/" + inbound.chat().workspace();
    String chat = place + "/" + inbound.chat().channel();
    int most = kind.equals("refusal") ? 1 : MAX_START_REFUSALS;
    return quotas.increment(chat, kind, DAY) <= most
        ? new AccessDecision.Refused(text)
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
      case SHARER -> ownersOnly(access.mayShare(inbound), wording);
      case OWNER -> ownersOnly(access.isOwner(inbound), wording);
    };
  }

  private static Optional<String> ownersOnly(boolean permitted, Translations wording) {
    return permitted ? Optional.empty() : Optional.of(wording.text("access.owner_only"));
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
