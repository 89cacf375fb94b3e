package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessCode;
import dev.bongsu.access.AccessStore.Role;
import dev.bongsu.access.MemberDirectory;
import dev.bongsu.chat.ChatId;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import java.util.Map;
import java.util.Optional;

/// `/start`, with or without a code, and `/invite` for owners.
public final class AccessCommands implements CommandGroup {
  private final Access access;
  private final MemberDirectory members;

  public AccessCommands(Access access, MemberDirectory members) {
    this.access = access;
    this.members = members;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(
        CommandName.START, this::start, CommandName.INVITE, (context, _) -> invite(context));
  }

  private PendingReply start(CommandContext context, String rest) {
    Optional<AccessCode> code = AccessCode.parse(rest);
    return code.<PendingReply>map(given -> () -> redeem(context, given))
        .orElseGet(() -> () -> Reply.of(context.text("start")).toChat());
  }

  private Reply redeem(CommandContext context, AccessCode code) {
    ChatId origin = context.originChat().id();
    Optional<Role> role = access.roleOf(code, origin.platform());
    boolean alone = members.isPrivate(origin) && !context.inbound().sender().isEmpty();
    if (role.isPresent() && role.get() == Role.OWNER && !alone) {
      return Reply.of(context.text("access.pair_alone"));
    }
    if (role.isEmpty() || !access.redeem(code, role.get(), context.inbound())) {
      boolean known = access.isAllowed(context.inbound());
      return Reply.of(context.text(known ? "start" : "access.bad_code"));
    }
    String key = role.get() == Role.OWNER ? "access.owner" : "access.guest";
    return Reply.of(context.text(key) + "\n\n" + context.text("start"));
  }

  private PendingReply invite(CommandContext context) {
    AccessCode code = AccessCode.random();
    String link =
        members
            .startLink(context.originChat().id().platform(), code.text())
            .map(uri -> "\n" + uri)
            .orElse("");
    return () -> {
      access.invite(code);
      return Reply.of(
          context.text("access.invite", code.text(), Access.INVITATION_VALIDITY.toDays(), link));
    };
  }
}
