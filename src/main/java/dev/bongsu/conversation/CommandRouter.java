package dev.bongsu.conversation;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessCode;
import dev.bongsu.access.MemberDirectory;
import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Translations;
import dev.bongsu.conversation.AccessPolicy.AccessDecision;
import dev.bongsu.conversation.CommandGroup.ButtonHandler;
import dev.bongsu.conversation.CommandGroup.CommandHandler;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Routes a message or button press to its handler, if [AccessPolicy] permits it.
public final class CommandRouter {
  /// A command about another chat, whose public name or id comes first.
  private static final Pattern OTHER_CHAT =
      Pattern.compile("(@[A-Za-z]\\w{3,31}|-100\\d{5,13})(?:\\s+(.*))?", Pattern.DOTALL);

  /// The same behind an address.
  private static final Pattern OTHER_CHAT_LAST =
      Pattern.compile("^([^@\\s-]\\S*)\\s+(@[A-Za-z]\\w{3,31}|-100\\d{5,13})$");

  private final ChatStore chats;
  private final AccessPolicy policy;
  private final Access access;
  private final MemberDirectory members;
  private final ButtonSigner signer;
  private final Map<CommandName, CommandHandler> handlers = new EnumMap<>(CommandName.class);
  private final Map<String, ButtonHandler> buttonHandlers = new HashMap<>();

  public CommandRouter(
      ChatStore chats,
      AccessPolicy policy,
      Access access,
      MemberDirectory members,
      ButtonSigner signer,
      List<CommandGroup> commands) {
    this.chats = chats;
    this.policy = policy;
    this.access = access;
    this.members = members;
    this.signer = signer;
    for (CommandGroup each : commands) {
      handlers.putAll(each.handlers());
      buttonHandlers.putAll(each.buttonHandlers());
    }
  }

  /// The reply; empty if there is none.
  Optional<PendingReply> route(Chat chat, Inbound inbound) {
    Translations wording = Translations.in(chat.locale().language());
    CommandContext context = new CommandContext(chat, chat, wording, inbound, signer, false);
    Command command = Command.parse(inbound.text());
    boolean press =
        inbound.source().kind() == Inbound.Kind.PRESS
            || (inbound.source().kind() == Inbound.Kind.HOME && !inbound.text().isEmpty());
    if (!press && hasValidCode(inbound, command)) {
      return Optional.of(runCommand(context, command));
    }
    boolean shows = press ? pressShows(context) : shows(inbound, command);
    return switch (policy.admit(inbound, command, shows, wording)) {
      case AccessDecision.Ignored() when press -> Optional.of(() -> Reply.note("…"));
      case AccessDecision.AllowedSilently _ when press -> Optional.of(() -> Reply.note("…"));
      case AccessDecision.Ignored() -> Optional.empty();
      case AccessDecision.AllowedSilently(String notice) -> runSilently(context, command, notice);
      case AccessDecision.Refused(String words) -> Optional.of(refuse(inbound, words));
      case AccessDecision.Allowed() ->
          Optional.of(press ? handlePress(context) : runCommand(context, command));
    };
  }

  /// Whether a message only shows something.
  private static boolean shows(Inbound inbound, Command command) {
    return inbound.source().kind() == Inbound.Kind.HOME
        || (command instanceof Command.Known(CommandName name, String rest) && name.shows(rest));
  }

  private boolean pressShows(CommandContext context) {
    return signer.verify(context.originChat().id(), context.inbound().text())
            instanceof ButtonSigner.Press.Valid(String verb, _)
        && Optional.ofNullable(buttonHandlers.get(verb))
            .filter(handler -> !handler.requiresAdmin())
            .isPresent();
  }

  /// The reply to a message that was set aside: it was admitted then, and counts once.
  PendingReply routeSetAside(Chat chat, Inbound inbound) {
    Translations wording = Translations.in(chat.locale().language());
    CommandContext context = new CommandContext(chat, chat, wording, inbound, signer, true);
    return inbound.source().kind() == Inbound.Kind.PRESS
        ? handlePress(context)
        : runCommand(context, Command.parse(inbound.text()));
  }

  private Optional<PendingReply> runSilently(
      CommandContext context, Command command, String notice) {
    if (command instanceof Command.Known(CommandName name, String rest)
        && name.requiredRole() == CommandName.RequiredRole.ADMIN) {
      PendingReply answer = runKnown(context, name, rest);
      if (answer.isTooLong()) {
        return Optional.of(answer);
      }
      return Optional.of(
          () -> {
            answer.commit();
            return Reply.of(notice);
          });
    }
    return notice.isEmpty() ? Optional.empty() : Optional.of(PendingReply.ofText(notice));
  }

  /// A code must work before its sender has access.
  private boolean hasValidCode(Inbound inbound, Command command) {
    return command instanceof Command.Known(CommandName name, String rest)
        && name == CommandName.START
        && AccessCode.parse(rest)
            .flatMap(code -> access.roleOf(code, inbound.chat().platform()))
            .isPresent();
  }

  private static PendingReply refuse(Inbound inbound, String words) {
    boolean typed = inbound.source().kind() != Inbound.Kind.PRESS;
    return () -> typed ? Reply.of(words) : Reply.note(words);
  }

  private PendingReply runCommand(CommandContext context, Command command) {
    if (context.inbound().source().kind() == Inbound.Kind.HOME) {
      return handler(CommandName.LIST).handle(context, "");
    }
    return switch (command) {
      case Command.Known(CommandName name, String rest) -> runKnown(context, name, rest);
      case Command.Unknown(String name) ->
          PendingReply.ofText(unknownCommandText(context.translations(), name));
      case Command.NotACommand() -> PendingReply.ofText(context.text("chatter"));
    };
  }

  private PendingReply runKnown(CommandContext context, CommandName name, String rest) {
    Matcher otherChat =
        OTHER_CHAT.matcher(
            name == CommandName.ADDFEED
                ? OTHER_CHAT_LAST.matcher(rest).replaceFirst("$2 $1")
                : rest);
    boolean forAnyChat =
        name.requiredRole() == CommandName.RequiredRole.ADMIN
            || name.requiredRole() == CommandName.RequiredRole.MEMBER;
    if (forAnyChat && otherChat.matches() && members.isPrivate(context.originChat().id())) {
      Optional<ChatId> other =
          members.find(context.originChat().id().platform(), otherChat.group(1));
      String words = Optional.ofNullable(otherChat.group(2)).orElse("").strip();
      return other
          .map(
              id ->
                  context.forChat(chats.findOrCreate(id, context.originChat().locale().language())))
          .map(about -> runIfPermitted(about, name, words))
          .orElseGet(() -> PendingReply.ofText(context.text("chat.not_found", otherChat.group(1))));
    }
    return runIfPermitted(context, name, rest);
  }

  private PendingReply runIfPermitted(CommandContext context, CommandName name, String rest) {
    Optional<String> refusal = refusal(context, name.requiredRole());
    if (refusal.isPresent()) {
      return refuse(context.inbound(), refusal.get());
    }
    if (context.isAboutOtherChat()) {
      chats.setContact(context.chat().key(), context.inbound().sender());
    }
    return handler(name).handle(context, rest);
  }

  private Optional<String> refusal(CommandContext context, CommandName.RequiredRole role) {
    return policy.refusal(context.inbound(), context.chat(), role, context.translations());
  }

  private CommandHandler handler(CommandName name) {
    return Optional.ofNullable(handlers.get(name)).orElseThrow();
  }

  private PendingReply handlePress(CommandContext context) {
    return switch (signer.verify(context.originChat().id(), context.inbound().text())) {
      case ButtonSigner.Press.Forged() -> () -> Reply.note(context.text("press.forged"));
      case ButtonSigner.Press.Expired() -> () -> Reply.note(context.text("press.stale"));
      case ButtonSigner.Press.Valid(String verb, List<String> arguments) ->
          contextOf(context, arguments.getFirst())
              .map(about -> runButton(about, verb, arguments.subList(1, arguments.size())))
              .orElseGet(() -> () -> Reply.note(context.text("press.forged")));
    };
  }

  private Optional<CommandContext> contextOf(CommandContext context, String key) {
    return key.equals("0")
        ? Optional.of(context)
        : chats.get(new ChatKey(Long.parseLong(key))).map(context::forChat);
  }

  private PendingReply runButton(CommandContext context, String verb, List<String> arguments) {
    ButtonHandler handler = buttonHandlers.get(verb);
    if (handler == null) {
      return () -> Reply.note(context.text("press.forged"));
    }
    CommandName.RequiredRole role =
        handler.requiresAdmin() ? CommandName.RequiredRole.ADMIN : CommandName.RequiredRole.MEMBER;
    return refusal(context, role)
        .<PendingReply>map(words -> () -> Reply.note(words))
        .orElseGet(() -> handler.action().handle(context, arguments));
  }

  private static String unknownCommandText(Translations wording, String name) {
    String typed = InputText.excerpt(name);
    return CommandName.nearest(name)
        .map(near -> wording.text("command.near", typed, near))
        .orElseGet(() -> wording.text("command.unknown", typed));
  }
}
