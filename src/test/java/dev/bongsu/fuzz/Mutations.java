package dev.bongsu.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Broken inputs made of good ones: the same seed makes the same ones in the same order.
final class Mutations {
  private static final int MAX_STEPS = 6;
  private static final int MAX_COPIES = 3_000;
  private static final int MAX_CHARS = 200_000;

  /// What parsers stumble over: marks of several languages, numbers and characters at borders.
  private static final List<String> TOKENS =
      List.of(
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<!DOCTYPE x [<!ENTITY a \"&a;&a;\">]>",
          "&a;",
          "&#0;",
          "&#x110000;",
          "&#55296;",
          "&amp;amp;lt;",
          "<",
          ">",
          "</",
          "/>",
          "<?xml version='1.0'?>",
          "<item>",
          "</item>",
          "<entry xmlns='x:'>",
          "<a:b xmlns:a=''>",
          "xml:base='http://['",
          "type='xhtml'",
          "encoding='utf-16'",
          "<div>",
          "<table><tr><td>",
          "<script>",
          "<b><i><a href=x>",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "\\",
          "\\ud800",
          "null",
          "1e999",
          "-0",
          "99999999999999999999",
          "2026-13-45T99:99:99Z",
          "Thu, 32 Foo 2026",
          "<guid>",
          "<link href='http://[::1'/>",
          "http://%/",
          "//",
          "data:,",
          "\0",
          "\u0001",
          "\uFEFF",
          "\u202E",
          "\u200D",
          "\uD800",
          "\uDFFF",
          "\uFFFF",
          "\uD83D\uDC68\u200D\uD83D\uDCBB",
          "\u0301",
          "가",
          "ㄱ",
          "각",
          "ß",
          "İ",
          "ﬁ",
          "(",
          ")",
          "((((",
          " OR ",
          " AND ",
          " NOT ",
          "~99",
          "*",
          "=",
          "\"~",
          "-",
          "+",
          "#",
          "site:",
          "title:",
          "lang:",
          "|",
          "&",
          "!",
          "--- ",
          "&x [*x]",
          "*x",
          "!!java.net.URL [x]",
          "<<: ",
          "? ",
          ": ",
          "- ",
          "%s%n{0}",
          "'",
          "{0,choice,0#a}",
          "/start ",
          "@",
          "%00",
          "\r\n",
          "\t",
          "\n");

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  /// One of these, changed in up to six places.
  String of(List<String> good) {
    StringBuilder text = new StringBuilder(pick(good));
    int steps = 1 + random.nextInt(MAX_STEPS);
    for (int step = 0; step < steps && text.length() < MAX_CHARS; step++) {
      change(text, good);
    }
    return text.toString();
  }

  private void change(StringBuilder text, List<String> good) {
    int from = random.nextInt(text.length() + 1);
    int to = from + random.nextInt(Math.min(text.length() - from, 40) + 1);
    switch (random.nextInt(8)) {
      case 0 -> text.delete(from, to);
      case 1 -> text.insert(from, pick(TOKENS));
      case 2 -> text.replace(from, to, pick(TOKENS));
      case 3 -> text.insert(from, text.substring(from, to).repeat(1 + random.nextInt(9)));
      case 4 -> text.insert(from, pick(TOKENS).repeat(random.nextInt(MAX_COPIES)));
      case 5 -> text.setLength(from);
      case 6 -> text.insert(from, (char) random.nextInt(0x10000));
      default -> {
        String other = pick(good);
        text.insert(from, other.substring(random.nextInt(other.length() + 1)));
      }
    }
  }

  /// The bytes of a text, some of them changed; in one of several charsets.
  byte[] bytes(String text) {
    byte[] bytes =
        text.getBytes(
            pick(
                List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_8,
                    StandardCharsets.ISO_8859_1,
                    StandardCharsets.UTF_16)));
    byte[] changed =
        Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(3, bytes.length + 1)));
    for (int i = random.nextInt(4); i > 0 && changed.length > 0; i--) {
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
    }
    return changed;
  }

  <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
