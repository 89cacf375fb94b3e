package dev.bongsu.demo;

import java.net.URI;
import java.util.List;

/// What the demo types into the console for the person, so that alerts come without a word of
/// theirs.
///
/// @param base scheme, host and port where this program serves its newsroom
public record DemoScript(URI base) {

  /// The lines, in order. Typing them twice does no harm.
  public List<String> lines() {
    return List.of(
        "/addfeed " + base.resolve("/demo/rss.xml"),
        "/addfeed " + base.resolve("/demo/atom.xml"),
        "/subscribe 사이버안보 회의",
        "/subscribe \"cybersecurity meeting\" OR \"cyber security talks\"");
  }
}
