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
import java.util.stream.Collectors;

/// `/access`: opens or closes the bot, and lists, promotes and removes its users; for owners.
public final class AccessListCommands implements CommandGroup {
  private static final Set<String> OPEN = Set.of("open", "열기");
  private static final Set<String> CLOSED = Set.of("closed", "close", "닫기");
  private static final Set<String> REMOVE = Set.of("remove", "삭제");
  private static final Set<String> OWNER = Set.of("owner", "주인");
  private static final Set<String> GROUPS = Set.of("groups", "그룹");
  private static final Set<String> ONLY = Set.of("only", "본인만");
  private static final String VERB = "access";
  private static final String REMOVE_VERB = "accrem";

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
    return Map.of(
        VERB, new ButtonHandler(false, this::turnPage),
        REMOVE_VERB, new ButtonHandler(false, this::removePressed));
  }

  private PendingReply access(CommandContext context, String rest) {
    String[] words = rest.toLowerCase(Locale.ROOT).split(InputText.WHITESPACE + "+");
    if (words.length > 1 && (REMOVE.contains(words[0]) || OWNER.contains(words[0]))) {
      return changeGrants(context, List.of(words));
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
    String role =
        context.text(grant.role() == Role.OWNER ? "access.role.owner" : "access.role.guest");
    return context.text("access.line", number, name(grant), role);
  }

  /// The grants of these numbers or ids; empty if one is unknown.
  private List<Grant> select(List<Grant> all, List<String> names) {
    List<Grant> found =
        names.stream().flatMap(name -> find(all, name).stream()).distinct().toList();
    return names.stream().allMatch(name -> find(all, name).isPresent()) ? found : List.of();
  }

  private static Optional<Grant> find(List<Grant> all, String name) {
    return ListNumber.parseIndex(name, all.size())
        .map(all::get)
        .or(() -> all.stream().filter(one -> one.grantee().channel().equals(name)).findFirst());
  }

  private PendingReply changeGrants(CommandContext context, List<String> words) {
    boolean groups = GROUPS.contains(words.getLast());
    boolean decided = words.size() > 2 && (groups || ONLY.contains(words.getLast()));
    List<String> names = words.subList(1, decided ? words.size() - 1 : words.size());
    List<Grant> all = store.grants(context.originChat().id().platform());
    List<Grant> found = select(all, names);
    if (found.isEmpty()) {
      String unknown =
          names.stream().filter(name -> find(all, name).isEmpty()).findFirst().orElseThrow();
      return PendingReply.ofText(context.text("access.nobody", InputText.excerpt(unknown)));
    }
    if (OWNER.contains(words.getFirst())) {
      return () -> joined(found.stream().map(grant -> promote(context, grant)).toList());
    }
    List<Grant> brought = brought(found);
    return decided || brought.isEmpty()
        ? () -> remove(context, found, groups ? brought : List.of())
        : question(context, found, brought);
  }

  /// The groups that were let in because these people used the bot there.
  private List<Grant> brought(List<Grant> people) {
    return people.stream()
        .flatMap(person -> store.broughtBy(person).stream())
        .filter(group -> !people.contains(group))
        .distinct()
        .toList();
  }

  /// Asks whether the groups go, too.
  private PendingReply question(CommandContext context, List<Grant> people, List<Grant> brought) {
    List<String> lines = new ArrayList<>();
    String names = channels(people);
    lines.add(context.text("access.brought", names, brought.size()));
    brought.stream().limit(PAGE_SIZE).forEach(group -> lines.add("• " + name(group)));
    String typed = "/access remove " + names.replace(",", "") + " ";
    Reply reply =
        Reply.of(String.join("\n", lines) + "\n" + context.text("access.brought_hint", typed));
    if (people.size() > 1) {
      return () -> reply;
    }
    String id = people.getFirst().grantee().channel();
    return () ->
        reply.withRow(
            context.button("button.access.groups", typed + "groups", REMOVE_VERB, id, "groups"),
            context.button("button.access.only", typed + "only", REMOVE_VERB, id, "only"));
  }

  private PendingReply removePressed(CommandContext context, List<String> arguments) {
    if (!access.isOwner(context.inbound())) {
      return () -> Reply.note(context.text("access.owner_only"));
    }
    List<String> words = List.of("remove", arguments.getFirst(), arguments.getLast());
    PendingReply removal = changeGrants(context, words);
    return () -> removal.commit().inPlace();
  }

  private Reply remove(CommandContext context, List<Grant> people, List<Grant> groups) {
    List<Reply> replies = people.stream().map(grant -> remove(context, grant)).toList();
    groups.forEach(store::revoke);
    return groups.isEmpty()
        ? joined(replies)
        : Reply.of(
            joined(replies).text() + "\n" + context.text("access.groups_removed", groups.size()));
  }

  private Reply remove(CommandContext context, Grant grant) {
    String key = store.revoke(grant) ? "access.removed" : "access.last_owner";
    return Reply.of(context.text(key, grant.grantee().channel()));
  }

  private static Reply joined(List<Reply> replies) {
    return Reply.of(replies.stream().map(Reply::text).collect(Collectors.joining("\n")));
  }

  private static String channels(List<Grant> grants) {
    return grants.stream().map(one -> one.grantee().channel()).collect(Collectors.joining(", "));
  }

  /// With what the platform calls it.
  private String name(Grant grant) {
    String id = grant.grantee().channel();
    return members
        .nameOf(grant.grantee())
        .map(called -> InputText.excerpt(called) + " " + id)
        .orElse(id);
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
