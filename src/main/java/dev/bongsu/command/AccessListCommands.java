package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessStore;
import dev.bongsu.access.AccessStore.Grant;
import dev.bongsu.access.AccessStore.Role;
import dev.bongsu.access.MemberDirectory;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.ListNumber;
import dev.bongsu.conversation.Page;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `/access`: opens or closes the bot, and lists, promotes and removes its users; for owners.
public final class AccessListCommands implements CommandGroup {
  private static final Set<String> OPEN = Set.of("open", "열기");
  private static final Set<String> CLOSED = Set.of("closed", "close", "닫기");
  private static final Set<String> REMOVE = Set.of("remove", "삭제");
  private static final Set<String> OWNER = Set.of("owner", "주인");
  private static final String VERB = "access";

  /// Small, because the name of each is requested from the platform.
  private static final int PAGE_SIZE = 10;

  private final Access access;
  private final AccessStore store;
  private final MemberDirectory members;

  public AccessListCommands(Access access, AccessStore store, MemberDirectory members) {
    this.access = access;
    this.store = store;
    this.members = members;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.ACCESS, this::access);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(VERB, new ButtonHandler(false, this::turnPage));
  }

  private PendingReply access(CommandContext context, String rest) {
    String[] words = rest.toLowerCase(Locale.ROOT).split(InputText.WHITESPACE + "+");
    if (words.length == 2 && (REMOVE.contains(words[0]) || OWNER.contains(words[0]))) {
      return () -> changeGrant(context, words[1], REMOVE.contains(words[0]));
    }
    if (words.length == 1 && (OPEN.contains(words[0]) || CLOSED.contains(words[0]))) {
      return () -> setOpen(context, OPEN.contains(words[0]));
    }
    return list(context, Page.parseNumber(words[0]));
  }

  private Reply setOpen(CommandContext context, boolean open) {
    access.setOpen(open);
    String closed = access.isOpen() ? "access.open_by_setting" : "access.now_closed";
    return Reply.of(context.text(open ? "access.now_open" : closed));
  }

  /// Checks the owner, because anybody in the chat can press a button.
  private PendingReply turnPage(CommandContext context, List<String> arguments) {
    if (!access.isOwner(context.inbound())) {
      return () -> Reply.note(context.text("access.owner_only"));
    }
    PendingReply list = list(context, Integer.parseInt(arguments.getFirst()));
    return () -> list.commit().inPlace();
  }

  private PendingReply list(CommandContext context, int number) {
    List<Grant> all = store.grants(context.originChat().id().platform());
    List<String> lines = new ArrayList<>();
    lines.add(context.text(access.isOpen() ? "access.is_open" : "access.is_closed"));
    Page<Grant> page = Page.of(all, number, PAGE_SIZE);
    for (int i = 0; i < page.items().size(); i++) {
      lines.add(line(context, page.numberOf(i), page.items().get(i)));
    }
    if (!all.isEmpty()) {
      lines.add(context.text("access.hint"));
    }
    return () -> Reply.of(String.join("\n", lines)).withRows(List.of(page.buttons(context, VERB)));
  }

  private String line(CommandContext context, String number, Grant grant) {
    String id = grant.grantee().channel();
    String name =
        members
            .nameOf(grant.grantee())
            .map(called -> InputText.excerpt(called) + " " + id)
            .orElse(id);
    String role =
        context.text(grant.role() == Role.OWNER ? "access.role.owner" : "access.role.guest");
    return context.text("access.line", number, name, role);
  }

  private Reply changeGrant(CommandContext context, String which, boolean removes) {
    List<Grant> all = store.grants(context.originChat().id().platform());
    Optional<Grant> found =
        ListNumber.parseIndex(which, all.size())
            .map(all::get)
            .or(
                () ->
                    all.stream().filter(one -> one.grantee().channel().equals(which)).findFirst());
    return found
        .map(grant -> removes ? remove(context, grant) : promote(context, grant))
        .orElseGet(() -> Reply.of(context.text("access.nobody", InputText.excerpt(which))));
  }

  private Reply remove(CommandContext context, Grant grant) {
    String key = store.revoke(grant) ? "access.removed" : "access.last_owner";
    return Reply.of(context.text(key, grant.grantee().channel()));
  }

  /// Only a person can be an owner, not a group.
  private Reply promote(CommandContext context, Grant grant) {
    if (!members.isPrivate(grant.grantee())) {
      return Reply.of(context.text("access.no_person", grant.grantee().channel()));
    }
    store.grant(grant.grantee(), grant.grantee().channel(), Role.OWNER);
    return Reply.of(context.text("access.promoted", grant.grantee().channel()));
  }
}
