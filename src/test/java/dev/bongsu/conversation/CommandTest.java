package dev.bongsu.conversation;

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
  void parsesAnySpellingOfANameAndKeepsTheArguments(String text) {
    assertThat(Command.parse(text)).isEqualTo(known(CommandName.SUBSCRIBE, "cyber meeting"));
  }

  @Test
  void readsAKoreanNameInDecomposedForm() {
    assertThat(Command.parse(Normalizer.normalize("/구독 회의", Normalizer.Form.NFD)))
        .isEqualTo(known(CommandName.SUBSCRIBE, Normalizer.normalize("회의", Normalizer.Form.NFD)));
  }

  @Test
  void linesInsideTheRestStay() {
    assertThat(Command.parse("/subscribe one\ntwo"))
        .isEqualTo(known(CommandName.SUBSCRIBE, "one\ntwo"));
  }

  @Test
  void everyCommandHasBothItsNames() {
    for (String name : new String[] {"/start", "/시작"}) {
      assertThat(Command.parse(name)).isEqualTo(known(CommandName.START, ""));
    }
    assertThat(Command.parse("/도움말")).isEqualTo(known(CommandName.HELP, ""));
    assertThat(Command.parse("/구독취소 1")).isEqualTo(known(CommandName.UNSUBSCRIBE, "1"));
    assertThat(Command.parse("/목록")).isEqualTo(known(CommandName.LIST, ""));
    assertThat(Command.parse("/피드")).isEqualTo(known(CommandName.FEEDS, ""));
    assertThat(Command.parse("/피드추가 a")).isEqualTo(known(CommandName.ADDFEED, "a"));
    assertThat(Command.parse("/피드삭제 a")).isEqualTo(known(CommandName.REMOVEFEED, "a"));
    assertThat(Command.parse("/언어 en")).isEqualTo(known(CommandName.LANGUAGE, "en"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "/", "//", "/ subscribe", "hello", "hello /help", "/-", "/@bot"})
  void otherTextIsNoCommand(String text) {
    assertThat(Command.parse(text)).isEqualTo(new Command.NotACommand());
  }

  @Test
  void unsupportedNameIsUnknown() {
    assertThat(Command.parse("/Weather Seoul")).isEqualTo(new Command.Unknown("weather"));
  }

  @Test
  void r108ParsesHugeInputQuickly() {
    String huge = "x".repeat(1_000_000);

    assertThat(Command.parse("/" + huge)).isInstanceOf(Command.Unknown.class);
    assertThat(Command.parse("/subscribe " + huge)).isEqualTo(known(CommandName.SUBSCRIBE, huge));
    assertThat(Command.parse("/subscribe" + " ".repeat(1_000_000)))
        .isEqualTo(known(CommandName.SUBSCRIBE, ""));
    assertThat(Command.parse(" ".repeat(1_000_000) + "x")).isEqualTo(new Command.NotACommand());
  }

  @ParameterizedTest
  @CsvSource({
    "구독 사이버안보 회의,SUBSCRIBE,사이버안보 회의",
    "목록,LIST,''",
    "취소 2,UNSUBSCRIBE,2",
    "피드추가 a.example,ADDFEED,a.example",
    "help,HELP,''",
    "List,LIST,''"
  })
  void aNameNeedsNoSlash(String text, CommandName name, String rest) {
    assertThat(Command.parse(text)).isEqualTo(known(name, rest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list of things I like", "help me", "구독하고 싶어요", "목록은 어디"})
  void aSentenceIsNoCommand(String text) {
    assertThat(Command.parse(text)).isEqualTo(new Command.NotACommand());
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
      "도움마,도움말",
      "ｈｅｌｐｐ,help"
    })
    void suggestsTheClosestName(String typed, String meant) {
      assertThat(CommandName.nearest(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"weather", "x", "날씨", "가나", "", "subscribeeverything"})
    void suggestsNothingForDistantNames(String typed) {
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
      assertThat(ListNumber.parseIndex(text, 3)).contains(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "0", "4", "-1", "1.5", "1 2", "one", "٢", "99999999999999999999", "2;--"})
    void areOnlyThoseOfTheList(String text) {
      assertThat(ListNumber.parseIndex(text, 3)).isEmpty();
    }
  }

  @Nested
  class Excerpts {

    @Test
    void areOneShortLine() {
      assertThat(InputText.excerpt(" a\n\n b\u00a0c ")).isEqualTo("a b c");
      assertThat(InputText.excerpt("x".repeat(61))).hasSize(60).endsWith("…");
    }

    @Test
    void cutNoCharacterInTwo() {
      String cut = InputText.excerpt("x".repeat(58) + "🔔🔔");

      assertThat(cut).isEqualTo("x".repeat(58) + "…");
    }
  }

  private static Command known(CommandName name, String rest) {
    return new Command.Known(name, rest);
  }
}
