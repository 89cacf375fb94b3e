package dev.bongsu.cli;

import dev.bongsu.charset.TextDecoder;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Platform;
import dev.bongsu.console.ConsoleText;
import dev.bongsu.slack.SlackText;
import dev.bongsu.telegram.TelegramRequests;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `render`: the message that would be sent about an article.
@Command(
    name = "render",
    description = "Show the message that would be sent about articles, as the platform gets it.")
final class RenderCommand extends CliCommand<Parts> {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ChatId TELEGRAM = new ChatId(Platform.TELEGRAM, "", "1", "");
  private static final ChatId SLACK = new ChatId(Platform.SLACK, "T1", "C1", "");

  @Option(
      names = "--platform",
      required = true,
      paramLabel = "P",
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Platform platform = Platform.CONSOLE;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "JSON lines: title link source published summary[] language; - for standard input, or"
              + " @FILE with a file a line.")
  private List<String> inputs = new ArrayList<>();

  RenderCommand(Supplier<Parts> parts, PrintStream out, PrintStream err) {
    super(parts, out, err);
  }

  @Override
  void run(Parts parts, Output output) {
    for (String argument : inputs) {
      try {
        for (Input input : Input.of(argument)) {
          renderLines(input, output);
        }
      } catch (CommandException problem) {
        output.fail(argument, Map.of("source", argument), problem.userMessage());
      }
    }
  }

  private void renderLines(Input input, Output output) throws CommandException {
    byte[] bytes = input.bytes(Integer.MAX_VALUE - 8);
    List<String> lines = TextDecoder.decode(bytes, null).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isBlank()) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("line", i + 1);
        output.process(input.source() + ":" + (i + 1), about, fields -> render(line, fields));
      }
    }
  }

  private String render(String line, Map<String, @Nullable Object> fields) throws CommandException {
    Message.Alert alert = AlertLine.parse(line);
    String body = body(alert);
    fields.put("request", JSON.readTree(body));
    return platform == Platform.CONSOLE ? ConsoleText.of(alert) : body;
  }

  private String body(Message.Alert alert) {
    return switch (platform) {
      case TELEGRAM -> TelegramRequests.requestBodies(TELEGRAM, alert).getFirst();
      case SLACK -> SlackText.requestBodies(SLACK, alert).getFirst();
      case CONSOLE -> JSON.writeValueAsString(Map.of("text", ConsoleText.of(alert)));
    };
  }

  /// One line of the input.
  private static final class AlertLine {
    private AlertLine() {}

    static Message.Alert parse(String line) throws CommandException {
      JsonNode article = object(line);
      String title = article.path("title").asString("");
      if (title.isBlank()) {
        throw new CommandException("title is missing");
      }
      List<String> summary = new ArrayList<>();
      article.path("summary").forEach(sentence -> summary.add(sentence.asString("")));
      return new Message.Alert(
          title,
          ArticleArguments.link(article.path("link").asString("")),
          summary,
          article.path("source").asString(""),
          ArticleArguments.published(article.path("published").asString("")),
          List.of(),
          List.of(),
          ArticleArguments.reader(article.path("language").asString("")));
    }

    private static JsonNode object(String line) throws CommandException {
      try {
        JsonNode node = JSON.readTree(line);
        if (node.isObject()) {
          return node;
        }
      } catch (JacksonException _) {
        // said below, in our words
      }
      throw new CommandException("not a JSON object");
    }
  }
}
