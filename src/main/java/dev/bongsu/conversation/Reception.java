package dev.bongsu.conversation;

import dev.bongsu.access.Access;
import dev.bongsu.access.AccessCode;
import dev.bongsu.access.Members;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatKey;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.PressSeal;
import dev.bongsu.chat.Wording;
import dev.bongsu.conversation.Commands.Handler;
import dev.bongsu.conversation.Commands.PressHandler;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes what was said to who does it, past the gate.
public final class Reception {
  /// A command about another chat: its public name, or its id, goes first.
  private static final Pattern ELSEWHERE =
      Pattern.compile("(@[A-Za-z]\\w{3,31}|-100\\d{5,13})(?:\\s+(.*))?", Pattern.DOTALL);

  private final ChatStore chats;
  private final Gate gate;
  private final Access access;
  private final Members members;
  private final PressSeal seal;
  private final Map<CommandName, Handler> handlers = new EnumMap<>(CommandName.class);
  private final Map<String, PressHandler> presses = new HashMap<>();

  public Reception(
      ChatStore chats,
      Gate gate,
      Access access,
      Members members,
      PressSeal seal,
      List<Commands> commands) {
    this.chats = chats;
    this.gate = gate;
    this.access = access;
    this.members = members;
    this.seal = seal;
    for (Commands each : commands) {
      handlers.putAll(each.handlers());
      presses.putAll(each.presses());
    }
  }

  /// What is answered; empty for silence.
  Optional<Answer> receive(Chat chat, Inbound inbound) {
    Wording wording = Wording.in(chat.reader().language());
    Asked asked = new Asked(chat, chat, wording, inbound, seal);
    Command command = Command.parse(inbound.text());
    boolean press =
        inbound.way().kind() == Inbound.Kind.PRESS
            || (inbound.way().kind() == Inbound.Kind.HOME && !inbound.text().isEmpty());
    if (!press && isWelcome(command)) {
      return Optional.of(command(asked, command));
    }
    return switch (gate.admit(inbound, wording)) {
      case Gate.Verdict.Silence() when press -> Optional.of(() -> Reply.note("…"));
      case Gate.Verdict.Quietly _ when press -> Optional.of(() -> Reply.note("…"));
      case Gate.Verdict.Silence() -> Optional.empty();
      case Gate.Verdict.Quietly(String instead) -> quietly(asked, command, instead);
      case Gate.Verdict.Refused(String words) -> Optional.of(refusal(inbound, words));
      case Gate.Verdict.Go() -> Optional.of(press ? press(asked) : command(asked, command));
    };
  }

  private Optional<Answer> quietly(Asked asked, Command command, String instead) {
    if (command instanceof Command.Known(CommandName name, String rest)
        && name.kind() == CommandName.Kind.CHANGE) {
      Answer answer = known(asked, name, rest);
      return Optional.of(
          () -> {
            answer.commit();
            return Reply.of(instead);
          });
    }
    return instead.isEmpty() ? Optional.empty() : Optional.of(Answer.saying(instead));
  }

  /// A code is good for who is not let in yet.
  private boolean isWelcome(Command command) {
    return command instanceof Command.Known(CommandName name, String rest)
        && name == CommandName.START
        && AccessCode.typed(rest).flatMap(access::roleOf).isPresent();
  }

  private static Answer refusal(Inbound inbound, String words) {
    boolean typed = inbound.way().kind() != Inbound.Kind.PRESS;
    return () -> typed ? Reply.of(words) : Reply.note(words);
  }

  private Answer command(Asked asked, Command command) {
    if (asked.inbound().way().kind() == Inbound.Kind.HOME) {
      return handler(CommandName.LIST).answer(asked, "");
    }
    return switch (command) {
      case Command.Known(CommandName name, String rest) -> known(asked, name, rest);
      case Command.Unknown(String name) -> Answer.saying(unknown(asked.wording(), name));
      case Command.Chatter() -> Answer.saying(asked.say("chatter"));
    };
  }

  private Answer known(Asked asked, CommandName name, String rest) {
    Matcher elsewhere = ELSEWHERE.matcher(rest);
    boolean may = name.kind() == CommandName.Kind.CHANGE || name.kind() == CommandName.Kind.LOOK;
    if (may && elsewhere.matches() && members.isPrivate(asked.here().id())) {
      Optional<ChatId> other = members.find(asked.here().id().platform(), elsewhere.group(1));
      String words = Optional.ofNullable(elsewhere.group(2)).orElse("").strip();
      return other
          .map(id -> asked.about(chats.meet(id, asked.here().reader().language())))
          .map(about -> permitted(about, name, words))
          .orElseGet(() -> Answer.saying(asked.say("chat.not_found", elsewhere.group(1))));
    }
    return permitted(asked, name, rest);
  }

  private Answer permitted(Asked asked, CommandName name, String rest) {
    return switch (gate.permit(asked.inbound(), asked.chat(), name.kind(), asked.wording())) {
      case Gate.Verdict.Refused(String words) -> refusal(asked.inbound(), words);
      case Gate.Verdict.Silence(), Gate.Verdict.Quietly _ -> refusal(asked.inbound(), "…");
      case Gate.Verdict.Go() -> handler(name).answer(asked, rest);
    };
  }

  private Handler handler(CommandName name) {
    return Optional.ofNullable(handlers.get(name)).orElseThrow();
  }

  private Answer press(Asked asked) {
    return switch (seal.read(asked.here().id(), asked.inbound().text())) {
      case PressSeal.Press.Forged() -> () -> Reply.note(asked.say("press.forged"));
      case PressSeal.Press.Stale() -> () -> Reply.note(asked.say("press.stale"));
      case PressSeal.Press.Fresh(String verb, List<String> arguments) ->
          about(asked, arguments.getFirst())
              .map(about -> pressed(about, verb, arguments.subList(1, arguments.size())))
              .orElseGet(() -> () -> Reply.note(asked.say("press.forged")));
    };
  }

  private Optional<Asked> about(Asked asked, String key) {
    return key.equals("0")
        ? Optional.of(asked)
        : chats.get(new ChatKey(Long.parseLong(key))).map(asked::about);
  }

  private Answer pressed(Asked asked, String verb, List<String> arguments) {
    PressHandler handler = presses.get(verb);
    if (handler == null) {
      return () -> Reply.note(asked.say("press.forged"));
    }
    CommandName.Kind kind = handler.changes() ? CommandName.Kind.CHANGE : CommandName.Kind.LOOK;
    return switch (gate.permit(asked.inbound(), asked.chat(), kind, asked.wording())) {
      case Gate.Verdict.Refused(String words) -> () -> Reply.note(words);
      case Gate.Verdict.Silence(), Gate.Verdict.Quietly _ -> () -> Reply.note("…");
      case Gate.Verdict.Go() -> handler.press().answer(asked, arguments);
    };
  }

  private static String unknown(Wording wording, String name) {
    String typed = BlankText.excerpt(name);
    return CommandName.nearest(name)
        .map(near -> wording.say("command.near", typed, near))
        .orElseGet(() -> wording.say("command.unknown", typed));
  }
}
