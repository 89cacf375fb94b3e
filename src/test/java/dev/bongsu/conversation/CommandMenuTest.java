package dev.bongsu.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandMenuTest {

  @Test
  void everyCommandIsDescribedInBothLanguages() {
    List<CommandMenu.Item> english = CommandMenu.in(Locale.ENGLISH);
    List<CommandMenu.Item> korean = CommandMenu.in(Locale.KOREAN);

    assertThat(english)
        .hasSize((int) Stream.of(CommandName.values()).filter(name -> !name.isForOwners()).count());
    assertThat(english).allMatch(item -> item.name().matches("[a-z0-9_]{1,32}"));
    assertThat(korean).allMatch(item -> item.description().matches(".*\\p{IsHangul}.*"));
    assertThat(korean)
        .extracting(CommandMenu.Item::name)
        .isEqualTo(english.stream().map(CommandMenu.Item::name).toList());
  }

  @Test
  void knowsCommandsByAnyOfTheirNames() {
    assertThat(CommandMenu.isCommand("Subscribe")).isTrue();
    assertThat(CommandMenu.isCommand("구독")).isTrue();
    assertThat(CommandMenu.isCommand("kick")).isFalse();
  }
}
