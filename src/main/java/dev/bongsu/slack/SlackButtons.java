package dev.bongsu.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.bongsu.chat.Button;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows of buttons as Slack's blocks, one for each row.
final class SlackButtons {
  /// The action id of a button that opens a link; Slack reports the press, and we ignore it.
  static final String LINK_ACTION = "open";

  /// Characters of a button's label (docs.slack.dev, "Button element").
  private static final int MAX_LABEL_LENGTH = 75;

  private SlackButtons() {}

  /// Links that Slack would reject are left out.
  static List<LayoutBlock> of(List<List<Button>> rows) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (List<Button> row : rows) {
      List<BlockElement> elements = new ArrayList<>();
      for (Button button : row) {
        toElement(button, elements.size()).ifPresent(elements::add);
      }
      if (!elements.isEmpty()) {
        blocks.add(ActionsBlock.builder().elements(elements).build());
      }
    }
    return blocks;
  }

  private static Optional<ButtonElement> toElement(Button button, int number) {
    ButtonElement.ButtonElementBuilder made = ButtonElement.builder().text(label(button));
    URI link = button.link();
    return link == null
        ? Optional.of(made.actionId("press_" + number).value(button.payload()).build())
        : SlackLink.of(link).map(address -> made.actionId(LINK_ACTION).url(address).build());
  }

  private static PlainTextObject label(Button button) {
    String label = SlackMarkup.escaped(SlackMarkup.truncated(button.label(), MAX_LABEL_LENGTH));
    return PlainTextObject.builder().text(label).emoji(false).build();
  }
}
