package dev.bongsu.access;

import dev.bongsu.access.AccessStore.Role;
import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.Inbound;
import dev.bongsu.chat.Platform;
import java.time.Duration;
import java.util.Optional;

/// Decides who may talk to the bot.
public final class Access {
  /// How long an invitation is valid.
  public static final Duration INVITATION_VALIDITY = Duration.ofDays(7);

  private static final String OPEN = "open";

  private final AccessSettings settings;
  private final AccessStore store;
  private final InstallationStore installation;
  private final MemberDirectory members;

  public Access(
      AccessSettings settings,
      AccessStore store,
      InstallationStore installation,
      MemberDirectory members) {
    this.settings = settings;
    this.store = store;
    this.installation = installation;
    this.members = members;
  }

  public AccessSettings settings() {
    return settings;
  }

  public boolean isOwner(Inbound inbound) {
    ChatId chat = inbound.chat();
    return chat.platform() == Platform.CONSOLE
        || (!inbound.sender().isEmpty()
            && store.role(chat, inbound.sender()).filter(Role.OWNER::equals).isPresent());
  }

  /// Whether a person may share feeds: an owner with everybody, an administrator of the workspace
  /// with its chats. Asks the platform.
  public boolean mayShare(Inbound inbound) {
    return isOwner(inbound) || members.isWorkspaceAdmin(inbound.chat(), inbound.sender());
  }

  /// Whether everybody may talk to the bot: by its settings, or because an owner opened it.
  public boolean isOpen() {
    return settings.mode() == AccessSettings.Mode.OPEN
        || installation.find(InstallationStore.ACCESS).filter(OPEN::equals).isPresent();
  }

  public void setOpen(boolean open) {
    installation.put(InstallationStore.ACCESS, open ? OPEN : "closed");
  }

  /// Whether a sender may talk to the bot. If a member writes in a group, the group gets access
  /// too.
  public boolean isAllowed(Inbound inbound) {
    ChatId chat = inbound.chat();
    if (members.trustsAllUsers(chat.platform())) {
      return isChannelAllowed(chat);
    }
    if (isOpen() || store.role(chat, chat.channel()).isPresent()) {
      return true;
    }
    boolean member = !inbound.sender().isEmpty() && store.role(chat, inbound.sender()).isPresent();
    if (member) {
      store.grantBrought(chat, inbound.sender());
    }
    return member;
  }

  /// Whether nobody has said the code of a platform yet. The terminal is its owner's.
  public boolean awaitsOwner(Platform platform) {
    return platform != Platform.CONSOLE && !store.hasOwner(platform);
  }

  private boolean isChannelAllowed(ChatId chat) {
    return chat.platform() != Platform.SLACK
        || settings.slackChannels().isEmpty()
        || members.isPrivate(chat)
        || settings.slackChannels().contains(chat.channel());
  }

  /// What a code would make of who says it; empty if it is not good.
  public Optional<Role> roleOf(AccessCode code, Platform platform) {
    return store.codeRole(platform, code.hash());
  }

  /// Consumes a code and gives its user and the chat access.
  ///
  /// @return false if it has been used
  public boolean redeem(AccessCode code, Role role, Inbound inbound) {
    if (!store.consumeCode(code.hash())) {
      return false;
    }
    ChatId chat = inbound.chat();
    if (!inbound.sender().isEmpty()) {
      store.grant(chat, inbound.sender(), role);
    }
    store.grant(chat, chat.channel(), Role.GUEST);
    return true;
  }

  public void invite(AccessCode code) {
    store.addInvitationCode(code.hash(), INVITATION_VALIDITY);
  }

  /// A new code that makes its user an owner of the bot on a platform; empty if there is one. The
  /// terminal is its owner's.
  public Optional<String> pairingCode(Platform platform) {
    if (!awaitsOwner(platform)) {
      return Optional.empty();
    }
    AccessCode code = AccessCode.random();
    store.replacePairingCode(platform, code.hash());
    return Optional.of(code.text());
  }
}
