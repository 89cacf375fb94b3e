package dev.bongsu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/subscribe cyber meeting",
        "/SUBSCRIBE cyber meeting",
        "/subscribe@bongsu_bot cyber meeting",
        "/구독 cyber meeting",
        "  /subscribe\tcyber meeting \n",
        "/subscribe\ncyber meeting",
        "/subscribe\u00a0cyber meeting\u00a0",
        "\u3000/구독\u3000cyber meeting\u3000",
        "／ｓｕｂｓｃｒｉｂｅ cyber meeting",
        "\ufeff/subscribe cyber meeting",
        "\u200b/subscribe \u200bcyber meeting"
      })
  void readsTheNameHoweverItIsTypedAndLeavesTheRest(String text) {
    assertThat(Command.parse(text)).isEqualTo(new Command.Subscribe("cyber meeting"));
  }

  @Test
  void readsAKoreanNameInDecomposedForm() {
    assertThat(Command.parse(Normalizer.normalize("/구독 회의", Normalizer.Form.NFD)))
        .isEqualTo(new Command.Subscribe(Normalizer.normalize("회의", Normalizer.Form.NFD)));
  }

  @Test
  void linesInsideTheRestStay() {
    assertThat(Command.parse("/subscribe one\ntwo")).isEqualTo(new Command.Subscribe("one\ntwo"));
  }

  @Test
  void everyCommandHasBothItsNames() {
    for (String name : new String[] {"/start", "/시작"}) {
      assertThat(Command.parse(name)).isEqualTo(new Command.Start());
    }
    assertThat(Command.parse("/도움말")).isEqualTo(new Command.Help());
    assertThat(Command.parse("/구독취소 1")).isEqualTo(new Command.Unsubscribe("1"));
    assertThat(Command.parse("/목록")).isEqualTo(new Command.ListSubscriptions());
    assertThat(Command.parse("/피드")).isEqualTo(new Command.ListFeeds());
    assertThat(Command.parse("/피드추가 a")).isEqualTo(new Command.AddFeed("a"));
    assertThat(Command.parse("/피드삭제 a")).isEqualTo(new Command.RemoveFeed("a"));
    assertThat(Command.parse("/언어 en")).isEqualTo(new Command.Speak("en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "//", "/ subscribe", "hello", "hello /help", "/-", "/@bot"})
  void whatIsNoCommandIsChatter(String text) {
    assertThat(Command.parse(text)).isEqualTo(new Command.Chatter());
  }

  @Test
  void aNameWeDoNotHaveIsUnknown() {
    assertThat(Command.parse("/Weather Seoul")).isEqualTo(new Command.Unknown("weather"));
  }

  @Test
  void r108HugeInputIsReadInNoTime() {
    String huge = "x".repeat(1_000_000);

    assertThat(Command.parse("/" + huge)).isInstanceOf(Command.Unknown.class);
    assertThat(Command.parse("/subscribe " + huge)).isEqualTo(new Command.Subscribe(huge));
    assertThat(Command.parse("/subscribe" + " ".repeat(1_000_000)))
        .isEqualTo(new Command.Subscribe(""));
    assertThat(Command.parse(" ".repeat(1_000_000) + "x")).isEqualTo(new Command.Chatter());
  }

  @Nested
  class Nearest {

    @ParameterizedTest
    @CsvSource({
      "subscibe,subscribe",
      "HELPP,help",
      "lst,list",
      "feed,feeds",
      "sub,subscribe",
      "unsub,unsubscribe",
      "add,addfeed",
      "구독취조,구독취소",
      "도움,도움말",
      "ｈｅｌｐｐ,help"
    })
    void findsWhatWasMeant(String typed, String meant) {
      assertThat(CommandName.nearest(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "x", "날씨", "가나", "", "subscribeeverything"})
    void findsNothingInWhatIsFarFromAll(String typed) {
      assertThat(CommandName.nearest(typed)).isEmpty();
    }

    @Test
    void findsNothingInAHugeWord() {
      assertThat(CommandName.nearest("x".repeat(1_000_000))).isEmpty();
    }
  }

  @Nested
  class NumbersOfAList {

    @ParameterizedTest
    @ValueSource(strings = {"2", "#2", "2.", "2)", "2번", " 2 ", "\u00a02", "２", "02"})
    void areReadHoweverTheyAreTyped(String text) {
      assertThat(ListNumber.of(text, 3)).contains(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "0", "4", "-1", "1.5", "1 2", "one", "٢", "99999999999999999999", "2;--"})
    void areOnlyThoseOfTheList(String text) {
      assertThat(ListNumber.of(text, 3)).isEmpty();
    }
  }

  @Nested
  class Excerpts {

    @Test
    void areOneShortLine() {
      assertThat(BlankText.excerpt(" a\n\n b\u00a0c ")).isEqualTo("a b c");
      assertThat(BlankText.excerpt("x".repeat(61))).hasSize(60).endsWith("…");
    }

    @Test
    void cutNoCharacterInTwo() {
      String cut = BlankText.excerpt("x".repeat(58) + "🔔🔔");

      assertThat(cut).isEqualTo("x".repeat(58) + "…");
    }
  }
}
