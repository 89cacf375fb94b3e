package dev.bongsu.cli;

import dev.bongsu.chat.ChatId;
import dev.bongsu.feed.Feed;
import dev.bongsu.feed.FeedStore;
import dev.bongsu.feed.KeeperStore;
import dev.bongsu.feed.Opml;
import dev.bongsu.subscription.ChatStore;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `opml`: imports lists of feeds for a chat, or exports the chat's feeds.
@Command(
    name = "opml",
    description = "Import lists of feeds (OPML) for a chat, or export the chat's feeds.")
final class OpmlCommand extends CliCommand<Parts> {
  private static final String IMPORT = "import";
  private static final String EXPORT = "export";

  /// Feeds between two lines of progress.
  private static final int PROGRESS_STEP = 100;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(index = "0", paramLabel = "import|export", description = "What to do.")
  private String action = "";

  @Parameters(index = "1..*", paramLabel = "FILE", description = "Lists to import.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--chat",
      required = true,
      paramLabel = "CHAT",
      description = "The chat that keeps the feeds: telegram:12345, slack:T1/C1 or console.")
  private String chat = "";

  @Option(
      names = "--shared",
      description = "Everybody gets the articles of the imported feeds, and not the chat alone.")
  private boolean shared;

  OpmlCommand(Supplier<Parts> parts, PrintStream out, PrintStream err) {
    super(parts, out, err);
  }

  @Override
  void validate() {
    boolean imports = action.equals(IMPORT) && !inputs.isEmpty();
    boolean exports = action.equals(EXPORT) && inputs.isEmpty();
    if (spec != null && !imports && !exports) {
      throw new ParameterException(
          spec.commandLine(),
          "write: opml import FILE... --chat CHAT [--shared], or: opml export --chat CHAT");
    }
    if (spec != null && ChatId.parse(chat).isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "a chat is like telegram:12345, slack:T1/C1 or console");
    }
  }

  @Override
  void run(Parts parts, Output output) {
    ChatId keeper = ChatId.parse(chat).orElseThrow();
    try {
      FeedLists lists =
          new FeedLists(
              parts.get(FeedStore.class), parts.get(KeeperStore.class), parts.get(ChatStore.class));
      if (action.equals(IMPORT)) {
        importLists(lists, keeper, output);
      } else {
        exportList(lists.keptBy(keeper), output);
      }
    } catch (DataAccessException e) {
      output.fail("opml", Map.of(), DatabaseFailure.describe(parts, e));
    }
  }

  private void importLists(FeedLists lists, ChatId keeper, Output output) {
    forEachInput(
        inputs,
        Map.of(),
        output,
        (input, fields) ->
            switch (Opml.read(input.bytes())) {
              case Opml.Outcome.Refused(String reason) -> throw new CommandException(reason);
              case Opml.Outcome.Read(Opml list) -> {
                int all = list.feeds().size();
                int added =
                    lists.importList(
                        keeper,
                        list,
                        shared,
                        done -> reportProgress(output, input.source(), done, all));
                fields.put("feeds", list.feeds().size());
                fields.put("added", added);
                fields.put("leftOut", list.skipped());
                yield "%s: %d feeds, %d of them new to %s, %d skipped; the bot fetches them one after the other"
                    .formatted(input.source(), list.feeds().size(), added, chat, list.skipped());
              }
            });
  }

  private static void reportProgress(Output output, String source, int done, int all) {
    if (done % PROGRESS_STEP == 0 && done < all) {
      output.progress("%s: %d of %d feeds".formatted(source, done, all));
    }
  }

  private void exportList(List<Feed> feeds, Output output) {
    String list = Opml.write("Bongsu", feeds);
    output.process(
        chat,
        Map.of("chat", chat),
        fields -> {
          fields.put("feeds", feeds.size());
          fields.put("opml", list);
          return list;
        });
  }
}
