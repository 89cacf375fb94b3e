package dev.bongsu.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The catalogue: the sources that the bot knows without being told of them.
///
/// @param packs in order of their names
/// @param problems of its files, one line each; a catalogue with problems must not be used
public record FeedCatalogue(List<FeedPack> packs, List<String> problems) {
  /// In the setting: the packs whose files say that they are on.
  private static final String DEFAULT = "default";

  private static final Pattern FOLDER = Pattern.compile("^.*[/\\\\]");
  private static final Pattern EXTENSION = Pattern.compile("\\.[^.]*$");

  public FeedCatalogue {
    packs = List.copyOf(packs);
    problems = List.copyOf(problems);
  }

  /// A catalogue of no feeds.
  public static FeedCatalogue empty() {
    return new FeedCatalogue(List.of(), List.of());
  }

  /// A catalogue that cannot be read.
  public static FeedCatalogue unreadable(String problem) {
    return new FeedCatalogue(List.of(), List.of(problem));
  }

  /// Reads a catalogue.
  ///
  /// @param files texts by file, in order; a file's name without folder and extension is its pack's
  /// @param chosen the packs that are on: names of packs, and `default` for those of the files
  public static FeedCatalogue read(Map<String, String> files, List<String> chosen) {
    List<FeedPack> packs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Twins names = new Twins("name", CatalogueFeed::nameKey);
    Twins addresses = new Twins("address", CatalogueFeed::addressKey);
    files.forEach(
        (file, text) -> {
          PackFile read = PackFile.read(file, text);
          problems.addAll(read.problems());
          read.feeds()
              .forEach(
                  (place, feed) -> {
                    names.check(place, feed, problems);
                    addresses.check(place, feed, problems);
                  });
          String name = EXTENSION.matcher(FOLDER.matcher(file).replaceFirst("")).replaceFirst("");
          boolean on = chosen.contains(name) || (chosen.contains(DEFAULT) && read.enabled());
          packs.add(new FeedPack(name, on, List.copyOf(read.feeds().values())));
        });
    return new FeedCatalogue(packs, problems).checked(chosen);
  }

  private FeedCatalogue checked(List<String> chosen) {
    List<String> all = new ArrayList<>(problems);
    List<String> names = packs.stream().map(FeedPack::name).toList();
    chosen.stream()
        .filter(name -> !name.equals(DEFAULT) && !names.contains(name))
        .forEach(
            name ->
                all.add(
                    "bongsu.feed.packs: there is no pack '%s' but %s and %s"
                        .formatted(name, DEFAULT, String.join(", ", names))));
    return new FeedCatalogue(packs, all);
  }

  @Override
  public String toString() {
    int sources = packs.stream().mapToInt(pack -> pack.feeds().size()).sum();
    String on =
        packs.stream()
            .filter(FeedPack::enabled)
            .map(FeedPack::name)
            .collect(Collectors.joining(", "));
    return "%d sources in %d packs, on by the settings: %s"
        .formatted(sources, packs.size(), on.isEmpty() ? "none" : on);
  }

  /// Finds sources that share a key.
  private static final class Twins {
    private final String what;
    private final Function<CatalogueFeed, String> key;
    private final Map<String, String> places = new HashMap<>();

    Twins(String what, Function<CatalogueFeed, String> key) {
      this.what = what;
      this.key = key;
    }

    void check(String place, CatalogueFeed feed, List<String> problems) {
      String earlier = places.putIfAbsent(key.apply(feed), place);
      if (earlier != null) {
        problems.add("%s: its %s is that of %s".formatted(place, what, earlier));
      }
    }
  }
}
