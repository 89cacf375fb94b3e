package dev.bongsu.command;

import dev.bongsu.chat.Button;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.PendingReply;
import dev.bongsu.conversation.Reply;
import dev.bongsu.query.BilingualQueries;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.Query;
import dev.bongsu.query.QueryParser;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Words of a new subscription in the other languages that the chat reads: added to its text, said
/// in the reply, and taken away by a button. Those of a language that it does not read are offered.
public final class OtherLanguages implements CommandGroup {
  private static final String ALSO_IN = "langtoo";

  /// The languages that words are known in, see `BilingualQueries`.
  static final List<String> KNOWN = List.of("ko", "en");

  private final ChatStore chats;
  private final QueryParser parser;
  private final BilingualQueries bilingual;
  private final ButtonQueryStore queries;
  private final SubscriptionRefinement refinement;

  public OtherLanguages(
      ChatStore chats,
      QueryParser parser,
      BilingualQueries bilingual,
      ButtonQueryStore queries,
      SubscriptionRefinement refinement) {
    this.chats = chats;
    this.parser = parser;
    this.bilingual = bilingual;
    this.queries = queries;
    this.refinement = refinement;
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(ALSO_IN, new ButtonHandler(true, this::addLanguage));
  }

  /// A query as it is subscribed to.
  ///
  /// @param written what the person wrote
  /// @param text the same with what was added
  /// @param added said in the reply; blank if nothing was
  record Wish(String written, Query meaning, String text, Query query, String added) {}

  /// Adds the words of the languages that the chat reads, if it reads more than one: whoever writes
  /// Korean to a bot that answers in English has not asked for English articles by that.
  ///
  /// @param query of the text
  Wish wish(CommandContext context, String text, Query query) {
    Set<String> reads = chats.reads(context.chat().key());
    return wish(context, text, query, reads.size() > 1 ? reads : Set.of());
  }

  private Wish wish(CommandContext context, String text, Query query, Set<String> reads) {
    BilingualQueries.Expansion more = bilingual.expand(query, reads);
    String longer = more.query().print();
    if (more.added().isEmpty() || !(parser.parse(longer) instanceof ParsedQuery.Valid)) {
      return new Wish(text, query, text, query, "");
    }
    String added =
        more.added().entrySet().stream()
            .map(one -> text(context, "subscribe.also", one.getKey(), one.getValue()))
            .collect(Collectors.joining("\n"));
    return new Wish(text, query, longer, more.query(), added);
  }

  private static String text(CommandContext context, String key, String code, List<String> words) {
    return context.text(key, languageName(context, code), String.join(", ", words));
  }

  static String languageName(CommandContext context, String code) {
    return Locale.of(code).getDisplayLanguage(context.translations().language());
  }

  /// The reply to a new subscription with what was added, or may be.
  Reply describe(CommandContext context, Reply done, Subscription made, Wish wish) {
    List<String> literal = BilingualQueries.unanalysedWords(wish.meaning());
    Reply reply =
        literal.isEmpty()
            ? done
            : done.withText(
                done.text()
                    + "\n"
                    + context.text("subscribe.unanalysed", String.join(", ", literal)));
    if (!wish.added().isEmpty()) {
      Button asWritten =
          refinement.editButton(context, context.text("button.as_written"), made, wish.written());
      return reply.withText(reply.text() + "\n" + wish.added()).withRow(asWritten);
    }
    return KNOWN.stream()
        .filter(
            code -> !wish(context, wish.written(), wish.meaning(), Set.of(code)).added().isEmpty())
        .findFirst()
        .map(code -> reply.withRow(offer(context, made, wish, code)))
        .orElse(reply);
  }

  private Button offer(CommandContext context, Subscription made, Wish wish, String code) {
    String longer = wish(context, wish.written(), wish.meaning(), Set.of(code)).text();
    String press = context.payload(ALSO_IN, made.id().value(), queries.save(longer), code);
    String label = context.text("button.in_language", languageName(context, code));
    return Button.ofAction(label, press, "/settings reads " + String.join(",", KNOWN));
  }

  /// The chat reads both the language that it wrote in and this one from now on, and so does the
  /// subscription.
  private PendingReply addLanguage(CommandContext context, List<String> arguments) {
    PendingReply edit = refinement.applyEdit(context, arguments.subList(0, 2));
    return () -> {
      Set<String> reads = new LinkedHashSet<>(chats.reads(context.chat().key()));
      reads.addAll(KNOWN);
      chats.setReads(context.chat().key(), reads);
      return edit.commit();
    };
  }
}
