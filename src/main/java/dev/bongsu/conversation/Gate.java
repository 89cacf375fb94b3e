package dev.bongsu.conversation;

import dev.bongsu.access.Access;
import dev.bongsu.access.Members;
import dev.bongsu.access.QuotaStore;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Wording;
import dev.bongsu.inbox.FloodStore;
import dev.bongsu.subscription.Chat;
import java.time.Duration;

/// Decides whether a person is answered, and whether they may do what they ask.
public final class Gate {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  /// So much said in a short time before any of it is answered is a flood, of which one word is
  /// answered. Nobody types so fast; who waits for answers never comes near.
  private static final int FLOOD = 7;

  private static final Duration SHORT = Duration.ofSeconds(10);

  private final Access access;
  private final Members members;
  private final QuotaStore quotas;
  private final FloodStore floods;

  public Gate(Access access, Members members, QuotaStore quotas, FloodStore floods) {
    this.access = access;
    this.members = members;
    this.quotas = quotas;
    this.floods = floods;
  }

  /// Whether somebody is answered at all.
  Verdict admit(Inbound inbound, Wording wording) {
    if (access.isOwner(inbound)) {
      return new Verdict.Go();
    }
    if (!access.isLetIn(inbound)) {
      return stranger(inbound, wording);
    }
    String subject = subject(inbound);
    int most = access.settings().commandsPerMinute();
    String flood = flood(inbound, subject, most, wording);
    boolean quietly = quotas.used(subject, "flood", SHORT) > 0;
    int used = quotas.count(subject, "command", MINUTE);
    if (used > most) {
      boolean told = used > most + 1 || quietly;
      return told ? new Verdict.Silence() : refused(wording, "quota.commands", most);
    }
    return quietly ? new Verdict.Quietly(flood) : new Verdict.Go();
  }

  /// What is said of a flood that begins; blank if none does.
  ///
  /// @param kept how many of the person's words are done all the same: word by word the rest would
  ///   keep everybody else waiting
  private String flood(Inbound inbound, String subject, int kept, Wording wording) {
    if (!floods.isFlood(inbound, FLOOD, SHORT)) {
      return "";
    }
    floods.passOver(inbound, kept);
    return quotas.count(subject, "flood", SHORT) == 1
        ? wording.say("quota.flood", SHORT.toSeconds(), kept)
        : "";
  }

  private Verdict stranger(Inbound inbound, Wording wording) {
    String place = inbound.chat().platform() + "/" + inbound.chat().workspace();
    String chat = place + "/" + inbound.chat().channel();
    return quotas.count(chat, "refusal", DAY) == 1
        ? refused(wording, "access.closed")
        : new Verdict.Silence();
  }

  /// Whether somebody may do this to a chat.
  Verdict permit(Inbound inbound, Chat chat, CommandName.Kind kind, Wording wording) {
    return switch (kind) {
      case OPEN -> new Verdict.Go();
      case LOOK ->
          chat.id().equals(inbound.chat()) ? new Verdict.Go() : change(inbound, chat.id(), wording);
      case CHANGE -> change(inbound, chat.id(), wording);
      case OWNER ->
          access.isOwner(inbound) ? new Verdict.Go() : refused(wording, "access.owner_only");
    };
  }

  private Verdict change(Inbound inbound, ChatId chat, Wording wording) {
    return switch (members.standing(chat, inbound.sender())) {
      case MAY_CHANGE -> new Verdict.Go();
      case MAY_NOT -> refused(wording, "access.admins_only");
      case UNKNOWN -> refused(wording, "access.cannot_ask");
    };
  }

  private static String subject(Inbound inbound) {
    ChatId chat = inbound.chat();
    String person = inbound.sender().isEmpty() ? chat.channel() : inbound.sender();
    return chat.platform().code() + "/" + chat.workspace() + "/" + person;
  }

  private static Verdict refused(Wording wording, String key, Object... arguments) {
    return new Verdict.Refused(wording.say(key, arguments));
  }

  /// What was decided.
  sealed interface Verdict {
    record Go() implements Verdict {}

    /// What changes something is done, and not answered: said in a flood.
    ///
    /// @param instead what is answered all the same; mostly blank
    record Quietly(String instead) implements Verdict {}

    /// Not answered: nothing is said to who says too much.
    record Silence() implements Verdict {}

    record Refused(String words) implements Verdict {}
  }
}
