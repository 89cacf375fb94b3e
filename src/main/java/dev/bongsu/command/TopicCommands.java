package dev.bongsu.command;

import dev.bongsu.conversation.Answer;
import dev.bongsu.conversation.Asked;
import dev.bongsu.conversation.CommandName;
import dev.bongsu.conversation.Commands;
import dev.bongsu.query.Topic;
import dev.bongsu.query.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// `/topics`.
public final class TopicCommands implements Commands {
  private final Topics topics;

  public TopicCommands(Topics topics) {
    this.topics = topics;
  }

  @Override
  public Map<CommandName, Handler> handlers() {
    return Map.of(CommandName.TOPICS, (asked, _) -> Answer.saying(list(asked)));
  }

  private String list(Asked asked) {
    if (topics.all().isEmpty()) {
      return asked.say("topics.empty");
    }
    Locale language = asked.wording().language();
    List<String> lines = new ArrayList<>(List.of(asked.say("topics.title")));
    for (Topic topic : topics.all()) {
      String title = topic.title().in(language);
      lines.add(asked.say("topics.line", topic.name(), title, topic.covers().in(language)));
    }
    lines.add(asked.say("topics.hint"));
    return String.join("\n", lines);
  }
}
