package dev.bongsu.testkit;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The updates that a bot has not confirmed. One poll at a time: a new one ends the older.
final class UpdateQueue {
  /// An offset further ahead than this is taken for one of an earlier numbering.
  private static final int MAX_OFFSET_AHEAD = 10;

  private final List<ObjectNode> updates = new ArrayList<>();
  private int lastId = 1000;
  private int polls;
  private boolean longPolling = true;

  synchronized void add(ObjectNode update) {
    if (update.has("update_id")) {
      lastId = update.get("update_id").asInt();
    } else {
      lastId++;
      update.put("update_id", lastId);
    }
    updates.add(update);
    notifyAll();
  }

  synchronized int size() {
    return updates.size();
  }

  synchronized void disableLongPolling() {
    longPolling = false;
    notifyAll();
  }

  synchronized FakeTelegram.ApiResponse poll(JsonNode parameters) {
    int mine = ++polls;
    notifyAll();
    confirm(parameters.path("offset").asInt(0));
    awaitUpdates(mine, parameters.path("timeout").asInt(0));
    return mine == polls
        ? FakeTelegram.ok(updates.toString())
        : FakeTelegram.ApiResponse.of(
            409,
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance"
                + " is running");
  }

  private synchronized void awaitUpdates(int mine, int seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    try {
      while (longPolling && mine == polls && updates.isEmpty() && System.nanoTime() < end) {
        wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void confirm(int offset) {
    if (offset <= lastId + MAX_OFFSET_AHEAD) {
      updates.removeIf(update -> update.get("update_id").asInt() < offset);
    }
  }
}
