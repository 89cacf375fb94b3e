package dev.bongsu.command;

import dev.bongsu.access.Access;
import dev.bongsu.conversation.CommandContext;
import dev.bongsu.conversation.CommandGroup;
import dev.bongsu.conversation.InputText;
import dev.bongsu.conversation.Page;
import dev.bongsu.conversation.Reply;
import dev.bongsu.feed.CatalogueFeed;
import dev.bongsu.feed.FeedPack;
import dev.bongsu.feed.FeedPacks;
import dev.bongsu.feed.FeedPacks.PackChange;
import dev.bongsu.feed.FeedPacks.PackStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/feeds packs` for owners: which packs and sources of the catalogue are on.
public final class FeedPackCommands implements CommandGroup {
  private static final Logger LOG = LoggerFactory.getLogger(FeedPackCommands.class);

  /// What is switched, and how, as it is typed.
  private static final Pattern SWITCHING = Pattern.compile("(?is)(.+?)\\s+(?:(on|켜기)|off|끄기)");

  private final FeedPacks packs;
  private final Access access;

  public FeedPackCommands(FeedPacks packs, Access access) {
    this.packs = packs;
    this.access = access;
  }

  @Override
  public Map<String, ButtonHandler> buttonHandlers() {
    return Map.of(
        FeedPackText.SHOW,
        new ButtonHandler(
            false,
            (context, words) ->
                () -> show(context, words.getFirst(), Page.parseNumber(words.getLast())).inPlace()),
        FeedPackText.SWITCH,
        new ButtonHandler(false, (context, words) -> () -> press(context, words).inPlace()));
  }

  boolean isAllowed(CommandContext context) {
    return access.isOwner(context.inbound());
  }

  /// The reply to `/feeds packs`.
  ///
  /// @param rest blank, the name of a pack, or a pack or source with `on` or `off`
  Reply reply(CommandContext context, String rest) {
    if (!isAllowed(context)) {
      return Reply.of(context.text("access.owner_only"));
    }
    Matcher switching = SWITCHING.matcher(rest);
    if (switching.matches()) {
      return switchNamed(context, switching.group(1), switching.group(2) != null);
    }
    if (rest.isBlank()) {
      return new FeedPackText(context).overview(packs.all());
    }
    return find(rest)
        .map(pack -> new FeedPackText(context).page(pack, 1))
        .orElseGet(() -> Reply.of(context.text("packs.none", InputText.excerpt(rest))));
  }

  private Reply show(CommandContext context, String id, int page) {
    if (!isAllowed(context)) {
      return Reply.note(context.text("access.owner_only"));
    }
    if (id.equals(FeedPackText.ALL)) {
      return new FeedPackText(context).overview(packs.all());
    }
    return packs.all().stream()
        .filter(status -> status.pack().id().equals(id))
        .findFirst()
        .map(status -> new FeedPackText(context).page(status, page))
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  /// @param words the id of a pack, that of one of its sources or `all`, whether it shall be on,
  ///   and the page shown
  private Reply press(CommandContext context, List<String> words) {
    if (!isAllowed(context)) {
      return Reply.note(context.text("access.owner_only"));
    }
    boolean on = words.get(2).equals("1");
    String source = words.get(1);
    Optional<FeedPack> pack =
        packs.all().stream()
            .map(PackStatus::pack)
            .filter(one -> one.id().equals(words.getFirst()))
            .findFirst();
    Optional<String> done =
        source.equals(FeedPackText.ALL)
            ? pack.map(one -> switchPack(context, one, on))
            : pack.flatMap(
                    one -> one.feeds().stream().filter(f -> f.id().equals(source)).findFirst())
                .map(one -> switchSource(context, one, on));
    return done.map(
            text -> {
              Reply shown = show(context, words.getFirst(), Integer.parseInt(words.get(3)));
              return shown.withText(text + "\n\n" + shown.text());
            })
        .orElseGet(() -> Reply.note(context.text("press.gone")));
  }

  private Reply switchNamed(CommandContext context, String name, boolean on) {
    Optional<String> done =
        find(name)
            .map(status -> switchPack(context, status.pack(), on))
            .or(() -> findSource(name).map(source -> switchSource(context, source, on)));
    return Reply.of(done.orElseGet(() -> context.text("packs.none", InputText.excerpt(name))));
  }

  private Optional<PackStatus> find(String name) {
    return packs.all().stream()
        .filter(status -> status.pack().name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  private Optional<CatalogueFeed> findSource(String name) {
    return packs.all().stream()
        .flatMap(status -> status.pack().feeds().stream())
        .filter(
            feed ->
                feed.name().equalsIgnoreCase(name.strip())
                    || feed.address().toString().equals(name.strip()))
        .findFirst();
  }

  private String switchPack(CommandContext context, FeedPack pack, boolean on) {
    LOG.info("Pack {} switched {} by an owner", pack.name(), on ? "on" : "off");
    return changed(context, pack.name(), on, packs.switchPack(pack, on));
  }

  private String switchSource(CommandContext context, CatalogueFeed source, boolean on) {
    LOG.info("Source {} switched {} by an owner", source.name(), on ? "on" : "off");
    return changed(context, source.name(), on, packs.switchSource(source, on));
  }

  private static String changed(
      CommandContext context, String name, boolean on, PackChange change) {
    return on
        ? context.text("packs.on", name, change.started())
        : context.text("packs.off", name, change.ended() - change.kept(), change.kept());
  }
}
