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

/// Rows of buttons as Slack takes them: a block for each row.
final class SlackButtons {
  /// The action of a button that opens an address; Slack reports it, and nothing is to be done.
  static final String OPEN = "open";

  /// Characters of a button's label (docs.slack.dev, "Button element").
  private static final int LABEL = 75;

  private SlackButtons() {}

  /// Addresses that Slack would not take are left out.
  static List<LayoutBlock> of(List<List<Button>> rows) {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (List<Button> row : rows) {
      List<BlockElement> elements = new ArrayList<>();
      for (Button button : row) {
        element(button, elements.size()).ifPresent(elements::add);
      }
      if (!elements.isEmpty()) {
        blocks.add(ActionsBlock.builder().elements(elements).build());
      }
    }
    return blocks;
  }

  private static Optional<ButtonElement> element(Button button, int number) {
    ButtonElement.ButtonElementBuilder made = ButtonElement.builder().text(label(button));
    URI link = button.link();
    return link == null
        ? Optional.of(made.actionId("press_" + number).value(button.press()).build())
        : SlackLink.of(link).map(address -> made.actionId(OPEN).url(address).build());
  }

  private static PlainTextObject label(Button button) {
    String label = SlackMarkup.literal(SlackMarkup.shortened(button.label(), LABEL));
    return PlainTextObject.builder().text(label).emoji(false).build();
  }
}
