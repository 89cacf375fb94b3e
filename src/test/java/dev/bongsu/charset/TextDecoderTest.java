package dev.bongsu.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
  private static final Charset MS949 = Charset.forName("MS949");

  @Test
  void readsTheSyllablesBeyondEucKr() {
    String page = "<meta charset=euc-kr>똠방각하 뷁 펲시";
    assertThat(TextDecoder.decode(page.getBytes(MS949), null)).isEqualTo(page);
    assertThat(TextDecoder.decode("뷁".getBytes(MS949), "text/html; charset=KS_C_5601-1987"))
        .isEqualTo("뷁");
  }

  @Test
  void prefersValidUtf8OverDeclaration() {
    String page = "<meta charset=euc-kr>항만";
    assertThat(TextDecoder.decode(page.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(page);
  }

  @Test
  void doesNotTakeAScriptsCharsetForThePages() {
    String page =
        "<script charset=\"utf-8\" src=a.js></script><meta http-equiv=\"Content-Type\""
            + " content=\"text/html; charset=euc-kr\">항만";
    assertThat(TextDecoder.decode(page.getBytes(MS949), null)).isEqualTo(page);
  }

  @Test
  void detectsUndeclaredKorean() {
    String page = "<p>항만보안 실무회의가 지난 3일 송도에서 열렸다.</p>";
    assertThat(TextDecoder.decode(page.getBytes(MS949), "text/html")).isEqualTo(page);
    assertThat(
            TextDecoder.decode(
                "<p>Café à Zürich, naïve</p>".getBytes(StandardCharsets.ISO_8859_1), null))
        .contains("Café à Zürich");
  }

  @ParameterizedTest
  @CsvSource({"iso-8859-1,windows-1252,“Varn”", "gb2312,GBK,港口會議", "shift_jis,windows-31j,①港湾"})
  void readsLegacyNameAsItsSuperset(String declared, String meant, String text) {
    String page = "<meta charset='" + declared + "'>" + text;
    assertThat(TextDecoder.decode(page.getBytes(Charset.forName(meant)), null)).isEqualTo(page);
  }

  @Test
  void readsDamagedUtf8AsUtf8() {
    byte[] page = "<meta charset=utf-8>항만 회의".getBytes(StandardCharsets.UTF_8);
    page[page.length - 1] = 'x';
    assertThat(TextDecoder.decode(page, null)).startsWith("<meta charset=utf-8>항만 ");
  }

  @Test
  void detectsCharsetWhenDeclarationsContradict() {
    String page =
        "<?xml version=\"1.0\" encoding=\"shift_jis\"?><meta charset=utf-8><meta charset=gbk>"
            + "항만보안 실무회의가 지난 3일 송도에서 열렸다. 뷁";
    assertThat(TextDecoder.decode(page.getBytes(MS949), "text/html; charset=big5")).isEqualTo(page);
  }
}
