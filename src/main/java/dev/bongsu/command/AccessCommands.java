package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessCode;
import dev.bongsu.access.AccessStore.Role;
import dev.bongsu.access.Members;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Reply;
import java.util.Map;
import java.util.Optional;

/// `/start`, also with a code; `/invite` of owners.
public final class AccessCommands implements Commands {
  private final Access access;
  private final Members members;

  public AccessCommands(Access access, Members members) {
    this.access = access;
    this.members = members;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.START, this::start, CommandName.INVITE, (asked, _) -> invite(asked));
  }

  private Answer start(Asked asked, String rest) {
    Optional<AccessCode> code = AccessCode.typed(rest);
    return code.<Answer>map(given -> () -> enter(asked, given))
        .orElseGet(() -> () -> Reply.of(asked.say("start")).toChat());
  }

  private Reply enter(Asked asked, AccessCode code) {
    Optional<Role> role = access.roleOf(code);
    boolean itself = asked.inbound().sender().equals(asked.here().id().channel());
    if (role.isPresent() && role.get() == Role.OWNER) {
      boolean person = !itself || members.isPrivate(asked.here().id());
      if (!person || asked.inbound().sender().isEmpty()) {
        return Reply.of(asked.say("access.pair_alone"));
      }
    }
    if (role.isEmpty() || !access.redeem(code, role.get(), asked.inbound())) {
      boolean known = access.isLetIn(asked.inbound());
      return Reply.of(asked.say(known ? "start" : "access.bad_code"));
    }
    String key = role.get() == Role.OWNER ? "access.owner" : "access.guest";
    return Reply.of(asked.say(key) + "\n\n" + asked.say("start"));
  }

  private Answer invite(Asked asked) {
    AccessCode code = AccessCode.random();
    String link =
        members
            .startLink(asked.here().id().platform(), code.text())
            .map(uri -> "\n" + uri)
            .orElse("");
    return () -> {
      access.invite(code);
      return Reply.of(asked.say("access.invite", code.text(), Access.INVITATION.toDays(), link));
    };
  }
}
