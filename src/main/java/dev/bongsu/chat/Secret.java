package dev.bongsu.chat;

/// A token or a password: it prints `***`, so that no log, message or exception shows it.
///
/// @param reveal the value itself, for the one who sends it; never to be logged
public record Secret(String reveal) {
  @Override
  public String toString() {
    return "***";
  }
}
