package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessCode;
import dev.bongsu.access.AccessStore.Role;
import dev.bongsu.access.MemberDirectory;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import java.util.Map;
import java.util.Optional;

/// `/start`, also with a code; `/invite` of owners.
public final class AccessCommands implements CommandGroup {
  private final Access access;
  private final MemberDirectory members;

  public AccessCommands(Access access, MemberDirectory members) {
    this.access = access;
    this.members = members;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.START, this::start, CommandName.INVITE, (asked, _) -> invite(asked));
  }

  private PendingReply start(CommandContext asked, String rest) {
    Optional<AccessCode> code = AccessCode.parse(rest);
    return code.<PendingReply>map(given -> () -> redeem(asked, given))
        .orElseGet(() -> () -> Reply.of(asked.text("start")).toChat());
  }

  private Reply redeem(CommandContext asked, AccessCode code) {
    Optional<Role> role = access.roleOf(code);
    boolean itself = asked.inbound().sender().equals(asked.originChat().id().channel());
    if (role.isPresent() && role.get() == Role.OWNER) {
      boolean person = !itself || members.isPrivate(asked.originChat().id());
      if (!person || asked.inbound().sender().isEmpty()) {
        return Reply.of(asked.text("access.pair_alone"));
      }
    }
    if (role.isEmpty() || !access.redeem(code, role.get(), asked.inbound())) {
      boolean known = access.isAllowed(asked.inbound());
      return Reply.of(asked.text(known ? "start" : "access.bad_code"));
    }
    String key = role.get() == Role.OWNER ? "access.owner" : "access.guest";
    return Reply.of(asked.text(key) + "\n\n" + asked.text("start"));
  }

  private PendingReply invite(CommandContext asked) {
    AccessCode code = AccessCode.random();
    String link =
        members
            .startLink(asked.originChat().id().platform(), code.text())
            .map(uri -> "\n" + uri)
            .orElse("");
    return () -> {
      access.invite(code);
      return Reply.of(
          asked.text("access.invite", code.text(), Access.INVITATION_VALIDITY.toDays(), link));
    };
  }
}
