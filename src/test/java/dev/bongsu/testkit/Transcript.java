package dev.bongsu.testkit;

import java.util.List;

/// A conversation as people read it, in Markdown.
public final class Transcript {
  private final StringBuilder written = new StringBuilder();

  /// A new part.
  public void heading(String words) {
    written.append("\n## ").append(words).append("\n\n");
  }

  /// What happens, in a sentence.
  public void note(String words) {
    written.append("*").append(words).append("*\n\n");
  }

  /// What a person types.
  public void typed(String words) {
    written.append("**").append(words.replace("\n", "<br>")).append("**\n\n");
  }

  /// What a person presses.
  public void pressed(String label) {
    written.append("**[ ").append(label).append(" ]**\n\n");
  }

  /// What the bot shows: its words, and its buttons below.
  public void answered(String words, List<String> buttons) {
    written.append("```\n").append(words.strip()).append('\n');
    if (!buttons.isEmpty()) {
      written.append("[ ").append(String.join(" ] [ ", buttons)).append(" ]\n");
    }
    written.append("```\n\n");
  }

  /// All of it; what differs from run to run has a name instead.
  public String text(String server) {
    return written.toString().replace(server, "news.example").strip() + "\n";
  }
}
