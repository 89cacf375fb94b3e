package dev.bongsu.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.model.block.LayoutBlock;
import dev.bongsu.chat.ChatId;
import java.util.List;

/// One message in Slack's format.
///
/// @param text in Slack's markup, shown in notifications and if there are no blocks
/// @param blocks empty for a message of text alone
/// @param unfurls whether Slack shows previews of links
record SlackMessage(String text, List<LayoutBlock> blocks, boolean unfurls) {
  SlackMessage {
    blocks = List.copyOf(blocks);
  }

  SlackMessage(String text, List<LayoutBlock> blocks) {
    this(text, blocks, false);
  }

  /// The same without blocks.
  SlackMessage plain() {
    return new SlackMessage(text, List.of());
  }

  boolean isPlain() {
    return blocks.isEmpty();
  }

  ChatPostMessageRequest toRequest(ChatId chat) {
    return ChatPostMessageRequest.builder()
        .channel(chat.channel())
        .threadTs(chat.thread().isEmpty() ? null : chat.thread())
        .text(text)
        .blocks(isPlain() ? null : blocks)
        .mrkdwn(false)
        .parse("none")
        .linkNames(false)
        .unfurlLinks(unfurls)
        .unfurlMedia(unfurls)
        .build();
  }
}
