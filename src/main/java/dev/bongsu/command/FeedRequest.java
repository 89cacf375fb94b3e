package dev.bongsu.command;

import dev.bongsu.feed.FeedAddress;
import dev.bongsu.feed.FeedHeaders;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is typed after `/addfeed`: an address, and below it the headers that its server shall be
/// sent, a line each.
///
/// @param headers only an owner of the bot may set any
record FeedRequest(URI address, FeedHeaders headers) {

  /// Reads what was typed; empty if its first line is no address.
  ///
  /// @throws IllegalArgumentException if a further line is no header that can be sent; without its
  ///   value, which may be secret
  static Optional<FeedRequest> parse(String typed) {
    List<String> lines = typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .findFirst()
        .flatMap(FeedAddress::parse)
        .map(address -> new FeedRequest(address, headers(lines.subList(1, lines.size()))));
  }

  private static FeedHeaders headers(List<String> lines) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("a line is no header");
      }
      values.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    return new FeedHeaders(values);
  }

  boolean hasHeaders() {
    return !headers.values().isEmpty();
  }
}
