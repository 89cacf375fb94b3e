package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessStore.Grant;
import dev.bongsu.access.AccessStore.Role;
import dev.bongsu.access.AccessStore;
import dev.bongsu.access.Members;
import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.BlankText;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.conversation.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `/access`: whether the bot is open, who is let in, and who no more; for owners.
public final class GuestCommands implements Commands {
  private static final Set<String> OPEN = Set.of("open", "열기");
  private static final Set<String> CLOSED = Set.of("closed", "close", "닫기");
  private static final Set<String> REMOVE = Set.of("remove", "삭제");
  private static final Set<String> OWNER = Set.of("owner", "주인");
  private static final String VERB = "access";

  /// The platform is asked for the name of each.
  private static final int PAGE = 10;

  private final Access access;
  private final AccessStore store;
  private final Members members;

  public GuestCommands(Access access, AccessStore store, Members members) {
    this.access = access;
    this.store = store;
    this.members = members;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.ACCESS, this::access);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(VERB, new PressHandler(false, this::turn));
  }

  private Answer access(Asked asked, String rest) {
    String[] words = rest.toLowerCase(Locale.ROOT).split(BlankText.BLANK + "+");
    if (words.length == 2 && (REMOVE.contains(words[0]) || OWNER.contains(words[0]))) {
      return () -> change(asked, words[1], REMOVE.contains(words[0]));
    }
    if (words.length == 1 && (OPEN.contains(words[0]) || CLOSED.contains(words[0]))) {
      return () -> open(asked, OPEN.contains(words[0]));
    }
    return list(asked, ListNumber.of(words[0], 1000).map(index -> index + 1).orElse(1));
  }

  private Reply open(Asked asked, boolean open) {
    access.setOpen(open);
    String closed = access.isOpen() ? "access.open_by_setting" : "access.now_closed";
    return Reply.of(asked.say(open ? "access.now_open" : closed));
  }

  /// A button may be pressed by anybody in the chat.
  private Answer turn(Asked asked, List<String> arguments) {
    if (!access.isOwner(asked.inbound())) {
      return () -> Reply.note(asked.say("access.owner_only"));
    }
    Answer list = list(asked, Integer.parseInt(arguments.getFirst()));
    return () -> list.commit().inPlace();
  }

  private Answer list(Asked asked, int wanted) {
    List<Grant> all = store.all(asked.here().id().platform());
    List<String> lines = new ArrayList<>();
    lines.add(asked.say(access.isOpen() ? "access.is_open" : "access.is_closed"));
    int pages = Math.max(1, Math.ceilDiv(all.size(), PAGE));
    int page = Math.min(wanted, pages);
    int from = (page - 1) * PAGE;
    for (int i = from; i < Math.min(from + PAGE, all.size()); i++) {
      lines.add(line(asked, i + 1, all.get(i)));
    }
    if (!all.isEmpty()) {
      lines.add(asked.say("access.hint"));
    }
    return () ->
        Reply.of(String.join("\n", lines))
            .rows(List.of(SubscriptionPages.turns(asked, VERB, page, pages)));
  }

  private String line(Asked asked, int number, Grant grant) {
    String id = grant.who().channel();
    String name =
        members.nameOf(grant.who()).map(called -> BlankText.excerpt(called) + " " + id).orElse(id);
    String role = asked.say(grant.role() == Role.OWNER ? "access.role.owner" : "access.role.guest");
    return asked.say("access.line", String.valueOf(number), name, role);
  }

  private Reply change(Asked asked, String which, boolean removes) {
    List<Grant> all = store.all(asked.here().id().platform());
    Optional<Grant> found =
        ListNumber.of(which, all.size())
            .map(all::get)
            .or(() -> all.stream().filter(one -> one.who().channel().equals(which)).findFirst());
    return found
        .map(grant -> removes ? remove(asked, grant) : promote(asked, grant))
        .orElseGet(() -> Reply.of(asked.say("access.nobody", BlankText.excerpt(which))));
  }

  private Reply remove(Asked asked, Grant grant) {
    String key = store.revoke(grant) ? "access.removed" : "access.last_owner";
    return Reply.of(asked.say(key, grant.who().channel()));
  }

  /// A group is nobody who could answer for the bot.
  private Reply promote(Asked asked, Grant grant) {
    if (!members.isPrivate(grant.who())) {
      return Reply.of(asked.say("access.no_person", grant.who().channel()));
    }
    store.grant(grant.who(), grant.who().channel(), Role.OWNER);
    return Reply.of(asked.say("access.promoted", grant.who().channel()));
  }
}
