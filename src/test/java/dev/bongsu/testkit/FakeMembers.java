package dev.bongsu.testkit;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Platform;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The people of a platform: everybody may change every chat, but for groups that a test names.
public final class FakeMembers implements ChatMembers {
  private final Platform platform;
  private final Map<String, ChatId> groups = new HashMap<>();
  private final Map<ChatId, Set<String>> administrators = new HashMap<>();
  private final Set<String> workspaceAdmins = new HashSet<>();

  public FakeMembers(Platform platform) {
    this.platform = platform;
  }

  /// A group with a public name, which its administrators may change.
  public FakeMembers group(String name, ChatId chat, String... people) {
    groups.put(name, chat);
    administrators.put(chat, new HashSet<>(Set.of(people)));
    return this;
  }

  /// A person may no longer change a group.
  public void dismiss(ChatId chat, String person) {
    administrators.getOrDefault(chat, new HashSet<>()).remove(person);
  }

  /// A person administers the workspace from now on.
  public void promote(String person) {
    workspaceAdmins.add(person);
  }

  @Override
  public Platform platform() {
    return platform;
  }

  @Override
  public ChangePermission changePermission(ChatId chat, String person) {
    Set<String> people = administrators.get(chat);
    return people == null || people.contains(person)
        ? ChangePermission.GRANTED
        : ChangePermission.DENIED;
  }

  @Override
  public boolean isWorkspaceAdmin(ChatId chat, String person) {
    return workspaceAdmins.contains(person);
  }

  @Override
  public boolean isPrivate(ChatId chat) {
    return !administrators.containsKey(chat);
  }

  @Override
  public Optional<ChatId> find(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  @Override
  public Optional<URI> startLink(String word) {
    return Optional.empty();
  }
}
