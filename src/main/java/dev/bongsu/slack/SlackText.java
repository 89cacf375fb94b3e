package dev.bongsu.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.util.json.GsonFactory;
import dev.bongsu.chat.AlertWords;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.DigestPages;
import dev.bongsu.chat.LinkHost;
import dev.bongsu.chat.Marked;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Moment;
import dev.bongsu.chat.Wording;
import dev.bongsu.conversation.CommandMenu;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A message as Slack takes it: blocks whose texts are all `plain_text`, so that nothing in them is
/// formatting, and a text for notifications in which formatting has no effect.
///
/// Limits (docs.slack.dev, "Block Kit"): a header 150, a section 3 000 characters, 50 blocks; not
/// documented but held by Slack: about 13 200 characters in all blocks together.
public final class SlackText {
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\S])/([\\p{L}]+)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int HEADER = 150;
  private static final int SECTION = 3000;
  private static final int SECTIONS = 3;
  private static final int MOST_PIECES = 200;
  private static final int CONTEXT = 700;
  private static final int TEXT = 2000;
  private static final int DIGEST = 3000;

  /// Defused, one of formatting signs alone is three times longer.
  private static final int HEADING = DigestPages.HEADING / 3;

  private static final int ITEM = 300;

  private SlackText() {}

  /// The bodies of the requests that would post a message, in order, each one line of JSON: one for
  /// an alert, one or more for an answer.
  public static List<String> requests(ChatId chat, Message message) {
    return of(message).stream()
        .map(part -> GsonFactory.createSnakeCase().toJson(part.to(chat)))
        .toList();
  }

  /// What to post, in order; at least one.
  static List<SlackMessage> of(Message message) {
    return switch (message) {
      case Message.Text text -> reply(asTypedHere(text.text()), text.buttons());
      case Message.Alert alert -> List.of(alert(alert));
      case Message.Digest digest -> digest(digest);
    };
  }

  /// Text alone: links in it are live, which they are not in a `plain_text`.
  private static List<SlackMessage> digest(Message.Digest digest) {
    String heading = SlackMarkup.defused(SlackMarkup.shortened(oneLine(digest.heading()), HEADING));
    return DigestPages.divide(digest, SlackText::entry, DIGEST).stream()
        .map(page -> new SlackMessage(page.write(heading, SlackText::entry), List.of()))
        .toList();
  }

  private static String entry(Message.Item item) {
    String title = SlackMarkup.defused(SlackMarkup.shortened(oneLine(item.title()), ITEM));
    return SlackLink.of(item.link())
        .map(address -> "\n<" + SlackMarkup.literal(address) + ">")
        .filter(link -> link.length() <= TEXT)
        .map(link -> title + link)
        .orElse(title);
  }

  /// In Slack a command is typed after ours: `/bongsu subscribe`.
  private static String asTypedHere(String text) {
    return COMMAND
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1);
              String typed = CommandMenu.knows(name) ? "/bongsu " + name : found.group();
              return Matcher.quoteReplacement(typed);
            });
  }

  /// The buttons stand below the last part.
  private static List<SlackMessage> reply(String text, List<List<Button>> buttons) {
    List<String> pages = SlackMarkup.parts(text, SECTION * SECTIONS);
    List<SlackMessage> messages = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      List<LayoutBlock> blocks = new ArrayList<>(sections(pages.get(i)));
      if (i == pages.size() - 1) {
        blocks.addAll(SlackButtons.of(buttons));
      }
      messages.add(new SlackMessage(defused(pages.get(i)), blocks));
    }
    // A text of control characters alone has no parts.
    return messages.isEmpty() ? List.of(new SlackMessage("…", List.of())) : messages;
  }

  /// With the page's picture if somebody wants it: Slack makes it of a link in the blocks.
  private static SlackMessage alert(Message.Alert alert) {
    List<LayoutBlock> blocks = new ArrayList<>(blocks(alert));
    Optional<String> link = alert.look().preview() ? SlackLink.of(alert.link()) : Optional.empty();
    link.ifPresent(address -> blocks.add(link(address, LinkHost.of(alert.link()))));
    return new SlackMessage(fallback(alert), blocks, link.isPresent());
  }

  private static LayoutBlock link(String address, String host) {
    RichTextElement link =
        RichTextSectionElement.Link.builder()
            .url(address)
            .text(host.isBlank() ? null : host)
            .build();
    RichTextSectionElement section =
        RichTextSectionElement.builder().elements(List.of(link)).build();
    return RichTextBlock.builder().elements(List.of(section)).build();
  }

  private static List<LayoutBlock> blocks(Message.Alert alert) {
    Wording wording = Wording.in(alert.reader().language());
    List<LayoutBlock> blocks = new ArrayList<>(title(alert));
    blocks.addAll(summary(alert));
    List<ContextBlockElement> context =
        Stream.of(origin(alert), AlertWords.why(alert))
            .filter(line -> !line.isBlank())
            .map(line -> (ContextBlockElement) plain(SlackMarkup.shortened(line, CONTEXT)))
            .toList();
    if (!context.isEmpty()) {
      blocks.add(ContextBlock.builder().elements(context).build());
    }
    Button open = Button.opening(wording.say("alert.read"), alert.link());
    blocks.addAll(SlackButtons.of(List.of(List.of(open))));
    blocks.addAll(SlackButtons.of(alert.look().buttons()));
    return blocks;
  }

  /// With the words marked that matched. Text of a rich-text block is never markup, so nothing in
  /// it is written as an entity: mentions and links are elements of their own there.
  private static List<LayoutBlock> summary(Message.Alert alert) {
    String summary = String.join("\n", alert.summary());
    String clean = SlackMarkup.shortened(summary, SECTION * (SECTIONS - 1));
    List<Marked.Piece> pieces = Marked.pieces(clean, alert.matched());
    if (pieces.size() > MOST_PIECES || pieces.stream().noneMatch(Marked.Piece::marked)) {
      return sections(clean);
    }
    List<RichTextElement> elements =
        pieces.stream().map(SlackText::piece).map(RichTextElement.class::cast).toList();
    RichTextSectionElement section = RichTextSectionElement.builder().elements(elements).build();
    return List.of(RichTextBlock.builder().elements(List.of(section)).build());
  }

  private static RichTextSectionElement.Text piece(Marked.Piece piece) {
    RichTextSectionElement.TextStyle bold =
        piece.marked() ? RichTextSectionElement.TextStyle.builder().bold(true).build() : null;
    return RichTextSectionElement.Text.builder().text(piece.text()).style(bold).build();
  }

  /// A header cannot be long, and a title is never cut for that.
  private static List<LayoutBlock> title(Message.Alert alert) {
    String title = oneLine(alert.title());
    return SlackMarkup.literal(title).length() <= HEADER && !title.isBlank()
        ? List.of(HeaderBlock.builder().text(plain(title)).build())
        : sections(SlackMarkup.shortened(title, SECTION));
  }

  private static List<LayoutBlock> sections(String text) {
    return SlackMarkup.parts(text, SECTION).stream()
        .map(part -> (LayoutBlock) SectionBlock.builder().text(plain(part)).expand(true).build())
        .toList();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(SlackMarkup.literal(text)).emoji(false).build();
  }

  private static String fallback(Message.Alert alert) {
    String link =
        SlackLink.of(alert.link())
            .map(address -> "\n<" + SlackMarkup.literal(address) + ">")
            .orElse("");
    String lines =
        Stream.of(
                Stream.of(oneLine(alert.title())),
                alert.summary().stream(),
                Stream.of(origin(alert), AlertWords.why(alert)))
            .flatMap(line -> line)
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    return defused(lines) + (link.length() <= TEXT / 2 ? link : "");
  }

  private static String defused(String text) {
    return SlackMarkup.defused(SlackMarkup.shortened(text, TEXT));
  }

  private static String origin(Message.Alert alert) {
    String time = alert.published() == null ? "" : Moment.of(alert.published(), alert.reader());
    return AlertWords.joined(
        oneLine(alert.source()), LinkHost.of(alert.link()), time, alert.look().language());
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
