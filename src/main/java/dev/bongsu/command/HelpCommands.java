package dev.bongsu.command;

import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.conversation.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/start` without a code, and `/help`: short first, deep on demand.
public final class HelpCommands implements Commands {
  private static final Map<String, String> KOREAN =
      Map.of("검색어", "query", "알림", "alerts", "그룹", "groups");
  private static final List<String> SUBJECTS = List.of("query", "feeds", "alerts", "groups");

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.HELP, HelpCommands::help);
  }

  @Override
  public Map<String, PressHandler> presses() {
    return Map.of(
        "help",
        new PressHandler(
            false,
            (asked, words) ->
                () -> topics(asked, Reply.of(text(asked, words.getFirst()))).inPlace()));
  }

  /// Also about one command: `/help edit`.
  private static Answer help(Asked asked, String about) {
    String word = about.startsWith("/") ? about.substring(1) : about;
    Optional<CommandName> command = CommandName.of(word);
    if (command.isPresent()) {
      String name = command.get().english();
      return Answer.saying(asked.say("help.command", name, asked.say("menu." + name)));
    }
    return () -> topics(asked, Reply.of(text(asked, KOREAN.getOrDefault(word, word))));
  }

  private static String text(Asked asked, String subject) {
    return SUBJECTS.contains(subject) ? asked.say("help." + subject) : asked.say("help");
  }

  private static Reply topics(Asked asked, Reply reply) {
    return reply.rows(
        List.of(
            SUBJECTS.stream()
                .map(
                    subject ->
                        asked.button("button.help." + subject, "/help " + subject, "help", subject))
                .toList()));
  }
}
