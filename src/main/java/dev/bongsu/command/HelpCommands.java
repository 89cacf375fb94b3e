package dev.bongsu.command;

import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/help`: an overview, and details by subject.
public final class HelpCommands implements CommandGroup {
  private static final Map<String, String> KOREAN_SUBJECTS =
      Map.of("검색어", "query", "알림", "alerts", "그룹", "groups");
  private static final List<String> SUBJECTS = List.of("query", "feeds", "alerts", "groups");

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.HELP, HelpCommands::help);
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        "help",
        new ButtonHandler(
            false,
            (context, words) ->
                () ->
                    withSubjectButtons(context, Reply.of(text(context, words.getFirst())))
                        .inPlace()));
  }

  /// Also for one command: `/help edit`.
  private static PendingReply help(CommandContext context, String about) {
    String word = about.startsWith("/") ? about.substring(1) : about;
    Optional<CommandName> command = CommandName.of(word);
    if (command.isPresent()) {
      String name = command.get().english();
      return PendingReply.ofText(context.text("help.command", name, context.text("menu." + name)));
    }
    return () ->
        withSubjectButtons(
            context, Reply.of(text(context, KOREAN_SUBJECTS.getOrDefault(word, word))));
  }

  private static String text(CommandContext context, String subject) {
    return SUBJECTS.contains(subject) ? context.text("help." + subject) : context.text("help");
  }

  private static Reply withSubjectButtons(CommandContext context, Reply reply) {
    return reply.withRows(
        List.of(
            SUBJECTS.stream()
                .map(
                    subject ->
                        context.button(
                            "button.help." + subject, "/help " + subject, "help", subject))
                .toList()));
  }
}
