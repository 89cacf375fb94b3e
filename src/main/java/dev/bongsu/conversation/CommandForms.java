package dev.bongsu.conversation;

import dev.bongsu.chat.ButtonSigner;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Translations;
import dev.bongsu.query.ParsedQuery;
import dev.bongsu.query.QueryParser;
import dev.bongsu.query.QueryWording;
import dev.bongsu.subscription.Chat;
import dev.bongsu.subscription.ChatStore;
import dev.bongsu.subscription.Subscription;
import dev.bongsu.subscription.SubscriptionStore;
import java.util.List;
import java.util.Optional;

/// Forms for platforms that have them: a button of the verb [#VERB] opens one, and what is filled
/// in is said as a command. Opening one changes nothing, so nobody is asked who may; who says the
/// command is.
public final class CommandForms {
  /// The verb of a button that opens a form.
  public static final String VERB = "form";

  /// Stands for a subscription that there is not yet.
  public static final String NEW_SUBSCRIPTION = "0";

  /// Goes before the id of a subscription where a form names it, not a person.
  public static final String ID_PREFIX = "id:";

  private final ChatStore chats;
  private final SubscriptionStore subscriptions;
  private final QueryParser parser;
  private final ButtonSigner seal;

  public CommandForms(
      ChatStore chats, SubscriptionStore subscriptions, QueryParser parser, ButtonSigner seal) {
    this.parser = parser;
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.seal = seal;
  }

  /// The form that a button opens; empty if the button is not good any more.
  public Optional<Form> open(Inbound press) {
    Chat chat = chats.findOrCreate(press.chat(), press.language());
    return seal.verify(press.chat(), press.text())
                instanceof ButtonSigner.Press.Valid(var verb, var words)
            && verb.equals(VERB)
        ? form(chat, words)
        : Optional.empty();
  }

  /// What is wrong with a form that was filled in, as a command; empty if nothing is.
  public Optional<String> problem(Inbound filled) {
    Chat chat = chats.findOrCreate(filled.chat(), filled.language());
    Translations wording = Translations.in(chat.locale().language());
    return parser.parse(InputText.oneLine(queryText(filled.text())))
            instanceof ParsedQuery.Invalid invalid
        ? Optional.of(QueryWording.problem(wording, invalid))
        : Optional.empty();
  }

  /// Without the command, and the subscription that it is about.
  private static String queryText(String command) {
    return command.replaceFirst("^/(?:subscribe|edit " + ID_PREFIX + "\\d+) ", "");
  }

  private Optional<Form> form(Chat chat, List<String> words) {
    Translations wording = Translations.in(chat.locale().language());
    String id = words.getLast();
    if (id.equals(NEW_SUBSCRIPTION)) {
      return Optional.of(form(wording, "form.new", "", "/subscribe"));
    }
    return subscriptions.of(chat.key()).stream()
        .filter(one -> String.valueOf(one.id().value()).equals(id))
        .findFirst()
        .map(one -> form(wording, "form.edit", one.text(), editCommand(one)));
  }

  private static String editCommand(Subscription one) {
    return "/edit " + ID_PREFIX + one.id().value();
  }

  private static Form form(Translations wording, String title, String text, String command) {
    return new Form(
        wording.text(title),
        wording.text("form.label"),
        wording.text("form.hint"),
        wording.text("form.submit"),
        text,
        command);
  }

  /// One line to fill in.
  ///
  /// @param title of the form, at most 24 characters
  /// @param label what to fill in
  /// @param hint how
  /// @param submit the button's label, at most 24 characters
  /// @param text what stands there at first; may be blank
  /// @param command to be said before what is filled in
  public record Form(
      String title, String label, String hint, String submit, String text, String command) {}
}
