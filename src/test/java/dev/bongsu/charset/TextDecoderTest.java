package dev.bongsu.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"gb2312", "gbk", "big5", "euc-jp", "shift_jis", "us-ascii", "utf-8", ""})
  void r4KoreanIsKoreanWhateverItDeclares(String declared) {
    String page =
        "<?xml version='1.0' encoding='" + declared + "'?><t>오픈AI “한국에 보안 특화 모델 제공… 세 번째”</t>";
    assertThat(TextDecoder.decode(page.getBytes(MS949), null)).isEqualTo(page);
  }

  @ParameterizedTest
  @CsvSource({
    "gb2312,GBK,中国渔业协会发布本年度报告",
    "big5,Big5,漁業協會發布年度報告",
    "euc-jp,EUC-JP,漁業協会が年次報告書を公表",
    "shift_jis,windows-31j,漁業協会が年次報告書を公表"
  })
  void r4ChineseAndJapaneseStayWhatTheyDeclare(String declared, String charset, String text) {
    String page = "<meta charset='" + declared + "'>" + text;
    assertThat(TextDecoder.decode(page.getBytes(Charset.forName(charset)), null)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1255", "windows-1251", "EUC-JP", "Big5", "x-windows-874"})
  void r4OneByteDocumentsAreNeverUtf16(String charset) {
    byte[] page = "<rss><title>ab</title></rss>".getBytes(Charset.forName(charset));
    for (int b = 0x80; b <= 0xFF; b++) {
      page[12] = (byte) b;
      page[13] = (byte) ((b ^ 0x21) | 0x80);
      assertThat(TextDecoder.decode(page, null)).startsWith("<rss><title>").endsWith("</rss>");
    }
  }

  @Test
  void r3RepairsADocumentThatWasEncodedTwice() {
    String page = "<p>Kölner Häfen – “항만”</p>";
    Charset latin = StandardCharsets.ISO_8859_1;
    String once = new String(page.getBytes(StandardCharsets.UTF_8), latin);
    String twice = new String(once.getBytes(StandardCharsets.UTF_8), latin);

    assertThat(TextDecoder.decode(once.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(page);
    assertThat(TextDecoder.decode(twice.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(page);
    assertThat(DoubleEncoding.repair("Kölner Häfen – Ã¶")).isEqualTo("Kölner Häfen – Ã¶");
  }
}
