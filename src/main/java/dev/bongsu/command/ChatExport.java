package dev.bongsu.command;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/// A chat's settings, subscriptions and feeds as YAML that people can read, keep and import
/// elsewhere.
///
/// @param language BCP 47; blank if not given
/// @param timezone a zone's name; blank if not given
/// @param feeds addresses of the feeds the chat added
record ChatExport(
    String language,
    String timezone,
    List<ExportedSubscription> subscriptions,
    List<String> feeds) {
  /// Limit of subscriptions and of feeds (r103).
  static final int MAX_ITEMS = 500;

  private static final int MAX_CHARACTERS = 200_000;
  private static final int MAX_DEPTH = 6;
  private static final int LINE_WIDTH = 1000;

  ChatExport {
    subscriptions = List.copyOf(subscriptions);
    feeds = List.copyOf(feeds);
  }

  /// One subscription.
  record ExportedSubscription(String query, boolean paused, boolean silent, boolean preview) {}

  /// The same in several complete parts, each at most so many characters as YAML unless a single
  /// item is longer; at least one.
  List<ChatExport> split(int longest) {
    List<ChatExport> parts = new ArrayList<>();
    ChatExport part = new ChatExport(language, timezone, List.of(), List.of());
    for (ExportedSubscription one : subscriptions) {
      part = append(parts, part, part.with(List.of(one), List.of()), longest);
    }
    for (String feed : feeds) {
      part = append(parts, part, part.with(List.of(), List.of(feed)), longest);
    }
    parts.add(part);
    return parts;
  }

  /// The part to continue with: the larger one, or a new one with only what was added.
  private static ChatExport append(
      List<ChatExport> parts, ChatExport part, ChatExport more, int longest) {
    boolean empty = part.subscriptions().isEmpty() && part.feeds().isEmpty();
    if (empty || more.toYaml().length() <= longest) {
      return more;
    }
    parts.add(part);
    int subscriptionCount = part.subscriptions().size();
    int feedCount = part.feeds().size();
    return new ChatExport(
        "",
        "",
        more.subscriptions().subList(subscriptionCount, more.subscriptions().size()),
        more.feeds().subList(feedCount, more.feeds().size()));
  }

  private ChatExport with(List<ExportedSubscription> moreSubscriptions, List<String> moreFeeds) {
    return new ChatExport(
        language,
        timezone,
        Stream.concat(subscriptions.stream(), moreSubscriptions.stream()).toList(),
        Stream.concat(feeds.stream(), moreFeeds.stream()).toList());
  }

  /// A YAML document.
  String toYaml() {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(LINE_WIDTH);
    Map<String, Object> root = new LinkedHashMap<>();
    putIfAny(root, "language", language);
    putIfAny(root, "timezone", timezone);
    root.put("subscriptions", subscriptions.stream().map(ChatExport::toMap).toList());
    root.put("feeds", feeds);
    Representer representer = new Representer(options);
    representer.addClassTag(LinkedHashMap.class, Tag.MAP);
    return new Yaml(new SafeConstructor(new LoaderOptions()), representer, options).dump(root);
  }

  private static void putIfAny(Map<String, Object> root, String key, String value) {
    if (!value.isEmpty()) {
      root.put(key, value);
    }
  }

  private static Object toMap(ExportedSubscription one) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("query", one.query());
    if (one.paused()) {
      plain.put("paused", true);
    }
    if (one.silent()) {
      plain.put("silent", true);
    }
    if (one.preview()) {
      plain.put("preview", true);
    }
    return plain;
  }

  /// Parses such a document; empty if it is none. The text is untrusted: types, aliases, depth and
  /// length are refused, and anything but a scalar where one belongs.
  static Optional<ChatExport> parse(String text) {
    LoaderOptions limits = new LoaderOptions();
    limits.setNestingDepthLimit(MAX_DEPTH);
    limits.setCodePointLimit(MAX_CHARACTERS);
    try {
      Yaml yaml = new Yaml(new SafeConstructor(limits));
      for (Event event : yaml.parse(new StringReader(text))) {
        if (event instanceof AliasEvent) {
          return Optional.empty();
        }
      }
      Object root = yaml.load(text);
      return root instanceof Map<?, ?> map && map.size() <= MAX_ITEMS
          ? Optional.of(parse(map))
          : Optional.empty();
    } catch (YAMLException | ClassCastException | IllegalArgumentException | StackOverflowError _) {
      return Optional.empty();
    }
  }

  private static ChatExport parse(Map<?, ?> root) {
    List<ExportedSubscription> subscriptions = new ArrayList<>();
    for (Object each : list(root.get("subscriptions"))) {
      if (each instanceof Map<?, ?> one && one.get("query") != null) {
        subscriptions.add(
            new ExportedSubscription(
                text(one.get("query")),
                isTrue(one, "paused"),
                isTrue(one, "silent"),
                isTrue(one, "preview")));
      } else if (each instanceof String query) {
        subscriptions.add(new ExportedSubscription(query, false, false, false));
      }
    }
    List<String> feeds = list(root.get("feeds")).stream().map(ChatExport::text).toList();
    return new ChatExport(
        text(root.get("language")), text(root.get("timezone")), subscriptions, feeds);
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().filter(each -> each != null).limit(MAX_ITEMS).toList()
        : List.of();
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Collection || value instanceof Map) {
      throw new IllegalArgumentException("a list or map where a text belongs");
    }
    return value == null ? "" : String.valueOf(value);
  }

  private static boolean isTrue(Map<?, ?> one, String option) {
    return Boolean.TRUE.equals(one.get(option));
  }
}
