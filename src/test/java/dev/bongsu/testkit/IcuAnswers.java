package dev.bongsu.testkit;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/// What ICU answers to all that Bongsu asks it, in each language of ICU. Its own libraries are all
/// that a class loader needs for it.
public final class IcuAnswers implements Supplier<List<String>> {
  private static final String TEXT =
      "สวัสดีชาวโลก การประชุม. ភាសាខ្មែរ ຂ້ອຍ 東京都に行く。사이버안보 회의가 열렸다. It's 3.5% of U.S. ﬁrms, naïve ½ Ⅷ.";

  private final List<String> answers = new ArrayList<>();

  @Override
  public List<String> get() {
    for (ULocale locale : ULocale.getAvailableLocales()) {
      answers.add(locale + " " + months(locale) + relativeTimes(locale) + plurals(locale));
      answers.add(locale + " " + LocaleData.getExemplarSet(locale, 0));
    }
    for (String language : List.of("", "en", "ko", "ja", "zh", "th", "km", "lo", "fi", "el")) {
      answers.add(language + " " + breaks(new ULocale(language)));
    }
    for (ULocale locale : List.of(ULocale.ENGLISH, ULocale.KOREAN)) {
      TimeZoneNames names = TimeZoneNames.getInstance(locale);
      for (String id : TimeZone.getAvailableIDs()) {
        answers.add(id + " " + names.getExemplarLocationName(id));
      }
      String[] words = TEXT.split(" ");
      Arrays.sort(words, Collator.getInstance(locale));
      answers.add(String.join(" ", words));
    }
    answers.add(Normalizer2.getNFKCCasefoldInstance().normalize(TEXT));
    for (String charset : List.of("EUC-KR", "windows-1251", "Shift_JIS", "Big5", "GB18030")) {
      byte[] bytes = TEXT.repeat(3).getBytes(Charset.forName(charset));
      Arrays.stream(new CharsetDetector().setText(bytes).detectAll())
          .map(match -> match.getName() + match.getLanguage() + match.getConfidence())
          .forEach(answers::add);
    }
    return answers;
  }

  private static String months(ULocale locale) {
    DateFormatSymbols symbols = new DateFormatSymbols(new GregorianCalendar(locale), locale);
    return String.join(" ", symbols.getMonths()) + String.join(" ", symbols.getShortMonths());
  }

  private static String relativeTimes(ULocale locale) {
    RelativeDateTimeFormatter formatter =
        RelativeDateTimeFormatter.getInstance(
            locale,
            null,
            RelativeDateTimeFormatter.Style.SHORT,
            DisplayContext.CAPITALIZATION_FOR_BEGINNING_OF_SENTENCE);
    StringBuilder times = new StringBuilder();
    for (RelativeUnit unit : RelativeUnit.values()) {
      for (double count : new double[] {1, 2, 3, 5, 11, 21, 1000}) {
        times.append(formatter.format(count, Direction.LAST, unit));
        times.append(formatter.format(count, Direction.NEXT, unit));
      }
    }
    return times.toString();
  }

  private static String plurals(ULocale locale) {
    PluralRules rules = PluralRules.forLocale(locale);
    StringBuilder forms = new StringBuilder();
    for (int count = 0; count < 120; count++) {
      forms.append(rules.select(count)).append(' ');
    }
    return forms.toString();
  }

  private static String breaks(ULocale locale) {
    StringBuilder places = new StringBuilder();
    for (BreakIterator iterator :
        List.of(
            BreakIterator.getWordInstance(locale),
            BreakIterator.getSentenceInstance(locale),
            BreakIterator.getLineInstance(locale))) {
      iterator.setText(TEXT);
      while (iterator.next() != BreakIterator.DONE) {
        places.append(iterator.current()).append(' ');
      }
    }
    return places.toString();
  }
}
