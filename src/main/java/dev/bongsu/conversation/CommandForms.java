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

/// Forms for platforms that have them: a button with the verb [#VERB] opens one, and its input is
/// handled as a command. Opening one changes nothing and needs no permission; the command does.
public final class CommandForms {
  /// The verb of a button that opens a form.
  public static final String VERB = "form";

  /// Stands for a subscription that does not exist yet.
  public static final String NEW_SUBSCRIPTION = "0";

  /// Precedes the id of a subscription in a form's command; people type a list number instead.
  public static final String ID_PREFIX = "id:";

  private final ChatStore chats;
  private final SubscriptionStore subscriptions;
  private final QueryParser parser;
  private final ButtonSigner signer;

  public CommandForms(
      ChatStore chats, SubscriptionStore subscriptions, QueryParser parser, ButtonSigner signer) {
    this.parser = parser;
    this.chats = chats;
    this.subscriptions = subscriptions;
    this.signer = signer;
  }

  /// The form that a button opens; empty if the button is no longer valid.
  public Optional<Form> open(Inbound press) {
    Chat chat = chats.findOrCreate(press.chat(), press.language());
    return signer.verify(press.chat(), press.text())
                instanceof ButtonSigner.Press.Valid(var verb, var words)
            && verb.equals(VERB)
        ? form(chat, words)
        : Optional.empty();
  }

  /// The error in a submitted form, given as its command; empty if there is none.
  public Optional<String> problem(Inbound filled) {
    Chat chat = chats.findOrCreate(filled.chat(), filled.language());
    Translations wording = Translations.in(chat.locale().language());
    return parser.parse(InputText.oneLine(queryText(filled.text())))
            instanceof ParsedQuery.Invalid invalid
        ? Optional.of(QueryWording.problem(wording, invalid))
        : Optional.empty();
  }

  /// The query, without the command and the subscription's id.
  private static String queryText(String command) {
    return command.replaceFirst("^/(?:subscribe|edit " + ID_PREFIX + "\\d+) ", "");
  }

  private Optional<Form> form(Chat chat, List<String> words) {
    Translations wording = Translations.in(chat.locale().language());
    String id = words.getLast();
    if (id.equals(NEW_SUBSCRIPTION)) {
      return Optional.of(form(wording, "form.new", "", "/subscribe"));
    }
    return subscriptions
        .find(chat.key(), Long.parseLong(id))
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

  /// A form with one input field.
  ///
  /// @param title of the form, at most 24 characters
  /// @param label of the input field
  /// @param hint an example of the input
  /// @param submit the button's label, at most 24 characters
  /// @param text the initial input; may be blank
  /// @param command that precedes the input
  public record Form(
      String title, String label, String hint, String submit, String text, String command) {}
}
