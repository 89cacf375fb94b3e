package dev.bongsu.command;

import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.query.Topic;
import dev.bongsu.query.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `/topics`.
public final class TopicCommands implements CommandGroup {
  private final Topics topics;

  public TopicCommands(Topics topics) {
    this.topics = topics;
  }

  @Override
  public Map<CommandName, CommandHandler> handlers() {
    return Map.of(CommandName.TOPICS, (context, _) -> PendingReply.ofText(list(context)));
  }

  private String list(CommandContext context) {
    if (topics.all().isEmpty()) {
      return context.text("topics.empty");
    }
    Locale language = context.translations().language();
    List<String> lines = new ArrayList<>(List.of(context.text("topics.title")));
    for (Topic topic : topics.all()) {
      String title = topic.title().in(language);
      lines.add(context.text("topics.line", topic.name(), title, topic.description().in(language)));
    }
    lines.add(context.text("topics.hint"));
    return String.join("\n", lines);
  }
}
