package dev.bongsu.access;

import dev.bongsu.chat.ChatId;
import dev.bongsu.chat.ChatMembers.Standing;
import dev.bongsu.chat.ChatMembers;
import dev.bongsu.chat.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Asks the platforms about people, and believes an answer for a minute. What a platform did not
/// say is asked again the next time, and until then counts as no.
///
/// A platform that has nobody to ask, as the terminal, trusts who reaches it.
public final class Members {
  private static final Duration BELIEVED = Duration.ofSeconds(60);
  private static final int MOST_KNOWN = 10_000;

  private final Map<Platform, ChatMembers> platforms;
  private final InstantSource clock;
  private final SequencedMap<Person, Known> known = new LinkedHashMap<>();

  public Members(List<ChatMembers> platforms, InstantSource clock) {
    this.platforms =
        platforms.stream().collect(Collectors.toMap(ChatMembers::platform, Function.identity()));
    this.clock = clock;
  }

  public Standing standing(ChatId chat, String person) {
    ChatMembers members = platforms.get(chat.platform());
    if (members == null) {
      return Standing.MAY_CHANGE;
    }
    Person asked = new Person(chat, person);
    Optional<Standing> believed = believed(asked);
    return believed.orElseGet(() -> ask(members, asked));
  }

  private Standing ask(ChatMembers members, Person person) {
    Standing standing = members.standing(person.chat(), person.id());
    if (standing != Standing.UNKNOWN) {
      remember(person, standing);
    }
    return standing;
  }

  public boolean isPrivate(ChatId chat) {
    ChatMembers members = platforms.get(chat.platform());
    return members == null || members.isPrivate(chat);
  }

  /// Whether everybody who reaches the bot there is trusted.
  boolean isVouchedFor(Platform platform) {
    ChatMembers members = platforms.get(platform);
    return platform == Platform.CONSOLE || (members != null && members.vouches());
  }

  public Optional<ChatId> find(Platform platform, String name) {
    return Optional.ofNullable(platforms.get(platform)).flatMap(members -> members.find(name));
  }

  public Optional<String> nameOf(ChatId chat) {
    return Optional.ofNullable(platforms.get(chat.platform()))
        .flatMap(members -> members.nameOf(chat));
  }

  public Optional<URI> startLink(Platform platform, String word) {
    return Optional.ofNullable(platforms.get(platform)).flatMap(members -> members.startLink(word));
  }

  private Optional<Standing> believed(Person person) {
    synchronized (known) {
      return Optional.ofNullable(known.get(person))
          .filter(each -> clock.instant().isBefore(each.until()))
          .map(Known::standing);
    }
  }

  private void remember(Person person, Standing standing) {
    synchronized (known) {
      known.putLast(person, new Known(standing, clock.instant().plus(BELIEVED)));
      for (Iterator<Person> oldest = known.keySet().iterator(); known.size() > MOST_KNOWN; ) {
        oldest.next();
        oldest.remove();
      }
    }
  }

  private record Person(ChatId chat, String id) {}

  private record Known(Standing standing, Instant until) {}
}
