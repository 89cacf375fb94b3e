package dev.bongsu.cli;

import dev.bongsu.feed.FeedFetcher;
import dev.bongsu.feed.FetchOutcome;
import dev.bongsu.syndication.Entry;
import dev.bongsu.syndication.FeedParser;
import dev.bongsu.syndication.ParseOutcome;
import dev.bongsu.syndication.ParsedFeed;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `feed`: fetches or reads feeds and shows their entries.
@Command(name = "feed", description = "Fetch or read feeds and show their entries.")
final class FeedCommand extends CliCommand<Parts> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE|URL",
      description = "A file, an address, - for standard input, or @FILE with one of these a line.")
  private List<String> inputs = new ArrayList<>();

  FeedCommand(Supplier<Parts> parts, PrintStream out, PrintStream err) {
    super(parts, out, err);
  }

  @Override
  void run(Parts parts, Output output) {
    forEachInput(
        inputs,
        Map.of(),
        output,
        (input, fields) -> {
          ParsedFeed feed = read(parts, input);
          addFeed(fields, feed);
          return describe(input, feed);
        });
  }

  private static ParsedFeed read(Parts parts, Input input) throws CommandException {
    if (input.isAddress()) {
      return switch (parts.get(FeedFetcher.class).fetch(input.address())) {
        case FetchOutcome.Fetched fetched -> fetched.feed();
        case FetchOutcome.NotModified _ ->
            throw new CommandException("the server sent nothing new");
        case FetchOutcome.Failed(String reason, _, _) -> throw new CommandException(reason);
        case FetchOutcome.RateLimited(String reason, _, _) -> throw new CommandException(reason);
        case FetchOutcome.Forbidden(String reason, _) -> throw new CommandException(reason);
        case FetchOutcome.NotAFeed(String reason) -> throw new CommandException(reason);
        case FetchOutcome.Missing() -> throw new CommandException("answered 404");
        case FetchOutcome.Gone() ->
            throw new CommandException("the server says it is gone for good");
      };
    }
    byte[] bytes = input.bytes(PageInput.maxBytes(parts));
    return switch (parts.get(FeedParser.class).parse(bytes, null, input.fileAddress())) {
      case ParseOutcome.Parsed(ParsedFeed feed) -> feed;
      case ParseOutcome.NotAFeed(String reason) -> throw new CommandException(reason);
    };
  }

  private static void addFeed(Map<String, @Nullable Object> fields, ParsedFeed feed) {
    Map<String, @Nullable Object> about = new LinkedHashMap<>();
    about.put("title", feed.title());
    about.put("link", textOrNull(feed.link()));
    about.put("language", feed.language());
    about.put("format", feed.format().toString());
    fields.put("feed", about);
    fields.put("entries", feed.entries().stream().map(FeedCommand::entry).toList());
    fields.put("warnings", feed.warnings());
  }

  private static Map<String, @Nullable Object> entry(Entry entry) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", entry.id());
    fields.put("title", entry.title());
    fields.put("link", textOrNull(entry.link()));
    fields.put("published", textOrNull(entry.published()));
    fields.put("summary", entry.summary());
    fields.put("author", entry.author());
    fields.put("categories", entry.categories());
    return fields;
  }

  private static String describe(Input input, ParsedFeed feed) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s (%s, %d entries)"
            .formatted(input.source(), feed.title(), feed.format(), feed.entries().size()));
    for (Entry entry : feed.entries()) {
      lines.add(
          "  %s  %s".formatted(entry.published() == null ? "-" : entry.published(), entry.title()));
      lines.add("    " + (entry.link() == null ? "no link" : entry.link()));
    }
    feed.warnings().forEach(warning -> lines.add("  warning: " + warning));
    return String.join("\n", lines);
  }
}
