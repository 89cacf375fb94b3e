package dev.bongsu.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackInputTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "a &amp; b &lt;c&gt; &amp;lt; => a & b <c> &lt;",
        "addfeed <http://a.example/rss> => addfeed http://a.example/rss",
        "addfeed <http://a.example/?a=1&amp;b=2|a.example> => addfeed http://a.example/?a=1&b=2",
        "<mailto:a@b.example|a@b.example> => a@b.example",
        "subscribe <http://openai.com|openai.com> => subscribe openai.com",
        "subscribe <http://Node.js|Node.js> OR <http://asp.net|ASP.NET> => subscribe Node.js OR"
            + " ASP.NET",
        "subscribe <https://a.example/|a.example> => subscribe a.example",
        "addfeed <http://a.example/rss|a.example/rss> => addfeed a.example/rss",
        "addfeed <http://a.example/rss|our feed> => addfeed http://a.example/rss",
        "tell <@U1|kim> in <#C1|news> => tell @kim in #news",
        "<!here> or <!subteam^S1|@team> => @here or @team"
      })
  void readsWhatWasTyped(String slack, String typed) {
    assertThat(SlackInputText.of(slack)).isEqualTo(typed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "subscribe 사이버안보 회의 => /subscribe 사이버안보 회의",
        "/list => /list",
        "구독 -게임 => /구독 -게임",
        ". => /."
      })
  void addsTheSlash(String slack, String command) {
    assertThat(SlackInputText.toCommand(slack)).isEqualTo(command);
    assertThat(SlackInputText.toCommand("  ")).isEqualTo("/help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '\0',
      value = {
        "<@U0> list => list",
        "<@U0|bongsu>: subscribe <@U1> => subscribe <@U1>",
        "hey <@U0> help => help",
        "help <@U0> => help",
        "nobody => nobody"
      })
  void takesTheMentionOut(String slack, String words) {
    assertThat(SlackInputText.withoutMention(slack).strip()).isEqualTo(words);
  }
}
