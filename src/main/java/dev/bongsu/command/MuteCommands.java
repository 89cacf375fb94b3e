package dev.bongsu.command;

import dev.bongsu.alert.AlertButtons;
import dev.bongsu.alert.Explainer;
import dev.bongsu.alert.Explanation;
import dev.bongsu.archive.QueryExtension;
import dev.bongsu.article.ArticleId;
import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.Reply;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Excludes a word: the alert's button offers the words of its title, and the chosen one is
/// excluded from the subscriptions that matched.
public final class MuteCommands implements CommandGroup {
  private static final String MUTE_WORD = "mutew";
  private static final int MAX_WORDS = 6;
  private static final int MAX_WORD_CHARACTERS = 20;
  private static final int BUTTONS_PER_ROW = 3;
  private static final Pattern WORD_SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Explainer explainer;
  private final SubscriptionStore subscriptions;
  private final QueryParser parser;

  public MuteCommands(Explainer explainer, SubscriptionStore subscriptions, QueryParser parser) {
    this.explainer = explainer;
    this.subscriptions = subscriptions;
    this.parser = parser;
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        AlertButtons.MUTE,
        new ButtonHandler(true, (context, words) -> () -> offerWords(context, words)),
        MUTE_WORD,
        new ButtonHandler(true, (context, words) -> () -> mute(context, words)));
  }

  private Reply offerWords(CommandContext context, List<String> arguments) {
    return explainer
        .explain(context.chat(), id(arguments))
        .map(explanation -> offerWords(context, arguments.getFirst(), explanation))
        .orElseGet(() -> Reply.note(context.text("why.over")));
  }

  private static Reply offerWords(CommandContext context, String article, Explanation explanation) {
    List<String> words = mutableWords(explanation);
    if (words.isEmpty()) {
      return Reply.note(context.text("mute.nothing"));
    }
    List<Button> buttons = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      buttons.add(Button.ofAction(words.get(i), context.payload(MUTE_WORD, article, i), ""));
    }
    return Reply.of(context.text("mute.which", explanation.title()))
        .withRowsOf(BUTTONS_PER_ROW, buttons);
  }

  /// The title's words that are in no subscription.
  private static List<String> mutableWords(Explanation explanation) {
    String subscribed =
        String.join(" ", matchedSubscriptions(explanation)).toLowerCase(Locale.ROOT);
    return Arrays.stream(WORD_SEPARATOR.split(explanation.title()))
        .filter(word -> word.length() > 1 && word.length() <= MAX_WORD_CHARACTERS)
        .filter(
            word ->
                Arrays.stream(WORD_SEPARATOR.split(subscribed))
                    .noneMatch(
                        known ->
                            known.length() > 1 && word.toLowerCase(Locale.ROOT).startsWith(known)))
        .distinct()
        .limit(MAX_WORDS)
        .toList();
  }

  private Reply mute(CommandContext context, List<String> arguments) {
    int index = Integer.parseInt(arguments.get(1));
    return explainer
        .explain(context.chat(), id(arguments))
        .filter(explanation -> index < mutableWords(explanation).size())
        .map(explanation -> mute(context, explanation, mutableWords(explanation).get(index)))
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  private Reply mute(CommandContext context, Explanation explanation, String word) {
    List<String> matched = matchedSubscriptions(explanation);
    List<String> changed =
        subscriptions.of(context.chat().key()).stream()
            .filter(one -> matched.contains(one.text()))
            .flatMap(one -> excludeWord(context, one, word).stream())
            .toList();
    return changed.isEmpty()
        ? Reply.note(context.text("mute.cannot", word))
        : Reply.of(context.text("mute.done", word, String.join("\n", changed))).inPlace();
  }

  private static List<String> matchedSubscriptions(Explanation explanation) {
    return explanation.reasons().stream().map(Explanation.Reason::subscription).toList();
  }

  /// The subscription's new words; none if they cannot be a query.
  private List<String> excludeWord(CommandContext context, Subscription one, String word) {
    String text = QueryExtension.append(one.text(), "-" + word);
    return parser.parse(text) instanceof ParsedQuery.Valid(var query)
            && subscriptions.edit(context.chat().key(), one.id(), text, query.print())
        ? List.of(text)
        : List.of();
  }

  private static ArticleId id(List<String> arguments) {
    return new ArticleId(Long.parseLong(arguments.getFirst()));
  }
}
