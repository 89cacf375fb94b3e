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
import dev.bongsu.chat.AlertLines;
import dev.bongsu.chat.Button;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.DigestPages;
import dev.bongsu.chat.Highlighter;
import dev.bongsu.chat.LinkHost;
import dev.bongsu.chat.Message;
import dev.bongsu.chat.Translations;
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
      Pattern.compile("(?<![^\\s(])/([\\p{L}]+)\\b", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int MAX_HEADER = 150;
  private static final int MAX_SECTION = 3000;
  private static final int MAX_SECTIONS = 3;
  private static final int MAX_PIECES = 200;
  private static final int MAX_CONTEXT = 700;
  private static final int MAX_TEXT = 2000;
  private static final int MAX_DIGEST = 3000;

  /// Defused, one of formatting signs alone is three times longer.
  private static final int MAX_HEADING = DigestPages.MAX_HEADING_CHARACTERS / 3;

  private static final int MAX_ITEM_TITLE = 300;

  private SlackText() {}

  /// The bodies of the requests that would post a message, in order, each one line of JSON: one for
  /// an alert, one or more for an answer.
  public static List<String> requestBodies(ChatId chat, Message message) {
    return of(message).stream()
        .map(part -> GsonFactory.createSnakeCase().toJson(part.toRequest(chat)))
        .toList();
  }

  /// What to post, in order; at least one.
  static List<SlackMessage> of(Message message) {
    return switch (message) {
      case Message.Text text -> reply(withSlackCommands(text.text()), text.buttons());
      case Message.Alert alert -> List.of(alert(alert));
      case Message.Digest digest -> digest(digest);
    };
  }

  /// Text without blocks: links are clickable there, but not in a `plain_text`.
  private static List<SlackMessage> digest(Message.Digest digest) {
    String heading =
        SlackMarkup.neutralized(
            SlackMarkup.truncated(AlertLines.oneLine(digest.heading()), MAX_HEADING));
    return DigestPages.paginate(digest, SlackText::entry, MAX_DIGEST).stream()
        .map(page -> new SlackMessage(page.render(heading, SlackText::entry), List.of()))
        .toList();
  }

  private static String entry(Message.Item item) {
    String title =
        SlackMarkup.neutralized(
            SlackMarkup.truncated(AlertLines.oneLine(item.title()), MAX_ITEM_TITLE));
    return SlackLink.of(item.link())
        .map(address -> "\n<" + SlackMarkup.escaped(address) + ">")
        .filter(link -> link.length() <= MAX_TEXT)
        .map(link -> title + link)
        .orElse(title);
  }

  /// In Slack a command follows the bot's own: `/bongsu subscribe`.
  private static String withSlackCommands(String text) {
    return COMMAND
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1);
              String typed = CommandMenu.isCommand(name) ? "/bongsu " + name : found.group();
              return Matcher.quoteReplacement(typed);
            });
  }

  /// The buttons stand below the last part.
  private static List<SlackMessage> reply(String text, List<List<Button>> buttons) {
    List<String> pages = SlackMarkup.split(text, MAX_SECTION * MAX_SECTIONS);
    List<SlackMessage> messages = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      List<LayoutBlock> blocks = new ArrayList<>(sections(pages.get(i)));
      if (i == pages.size() - 1) {
        blocks.addAll(SlackButtons.of(buttons));
      }
      messages.add(new SlackMessage(neutralized(pages.get(i)), blocks));
    }
    // A text of control characters alone has no parts.
    return messages.isEmpty() ? List.of(new SlackMessage("…", List.of())) : messages;
  }

  /// With a link in the blocks if the chat wants the page's picture, which Slack then adds.
  private static SlackMessage alert(Message.Alert alert) {
    List<LayoutBlock> blocks = new ArrayList<>(blocks(alert));
    Optional<String> link =
        alert.presentation().preview() ? SlackLink.of(alert.link()) : Optional.empty();
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
    Translations wording = Translations.in(alert.locale().language());
    List<LayoutBlock> blocks = new ArrayList<>(title(alert));
    blocks.addAll(summary(alert));
    List<ContextBlockElement> context =
        Stream.of(origin(alert), AlertLines.reason(alert))
            .filter(line -> !line.isBlank())
            .map(line -> (ContextBlockElement) plain(SlackMarkup.truncated(line, MAX_CONTEXT)))
            .toList();
    if (!context.isEmpty()) {
      blocks.add(ContextBlock.builder().elements(context).build());
    }
    Button open = Button.ofLink(wording.text("alert.read"), alert.link());
    blocks.addAll(SlackButtons.of(List.of(List.of(open))));
    blocks.addAll(SlackButtons.of(alert.presentation().buttons()));
    return blocks;
  }

  /// With the matched words in bold. Text of a rich-text block is never markup and needs no
  /// escaping: mentions and links are elements of their own there.
  private static List<LayoutBlock> summary(Message.Alert alert) {
    String summary = String.join("\n", alert.summary());
    String clean = SlackMarkup.truncated(summary, MAX_SECTION * (MAX_SECTIONS - 1));
    List<Highlighter.Segment> pieces = Highlighter.split(clean, alert.matchedWords());
    if (pieces.size() > MAX_PIECES || pieces.stream().noneMatch(Highlighter.Segment::highlighted)) {
      return sections(clean);
    }
    List<RichTextElement> elements =
        pieces.stream().map(SlackText::piece).map(RichTextElement.class::cast).toList();
    RichTextSectionElement section = RichTextSectionElement.builder().elements(elements).build();
    return List.of(RichTextBlock.builder().elements(List.of(section)).build());
  }

  private static RichTextSectionElement.Text piece(Highlighter.Segment piece) {
    RichTextSectionElement.TextStyle bold =
        piece.highlighted() ? RichTextSectionElement.TextStyle.builder().bold(true).build() : null;
    return RichTextSectionElement.Text.builder().text(piece.text()).style(bold).build();
  }

  /// A header if the title is short enough, else a section: the title is not cut.
  private static List<LayoutBlock> title(Message.Alert alert) {
    String title = AlertLines.oneLine(alert.title());
    return SlackMarkup.escaped(title).length() <= MAX_HEADER && !title.isBlank()
        ? List.of(HeaderBlock.builder().text(plain(title)).build())
        : sections(SlackMarkup.truncated(title, MAX_SECTION));
  }

  private static List<LayoutBlock> sections(String text) {
    return SlackMarkup.split(text, MAX_SECTION).stream()
        .map(part -> (LayoutBlock) SectionBlock.builder().text(plain(part)).expand(true).build())
        .toList();
  }

  private static PlainTextObject plain(String text) {
    return PlainTextObject.builder().text(SlackMarkup.escaped(text)).emoji(false).build();
  }

  private static String fallback(Message.Alert alert) {
    String link =
        SlackLink.of(alert.link())
            .map(address -> "\n<" + SlackMarkup.escaped(address) + ">")
            .orElse("");
    String lines =
        Stream.of(
                Stream.of(AlertLines.oneLine(alert.title())),
                alert.summary().stream(),
                Stream.of(origin(alert), AlertLines.reason(alert)))
            .flatMap(line -> line)
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining("\n"));
    return neutralized(lines) + (link.length() <= MAX_TEXT / 2 ? link : "");
  }

  private static String neutralized(String text) {
    return SlackMarkup.neutralized(SlackMarkup.truncated(text, MAX_TEXT));
  }

  private static String origin(Message.Alert alert) {
    return AlertLines.origin(alert, LinkHost.of(alert.link()));
  }
}
