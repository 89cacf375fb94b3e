package dev.bongsu.chat;

import dev.bongsu.chat.Message.ChatLocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.Locale;

/// Times as a reader writes them: in the order and with the words of their language (Unicode CLDR),
/// in their zone.
public final class TimeFormat {
  private static final String DAY = "MMMd";
  private static final String YEAR = "y";
  private static final String TIME = "jm";
  private static final String ZONE = "v";

  private TimeFormat() {}

  /// `24 Nov 2026, 15:05`; with the zone if the reader has an offset instead of a place.
  public static String dateTime(Instant time, ChatLocale reader) {
    return format(time, reader, YEAR + DAY + TIME + zoneIfNeeded(reader));
  }

  /// The same with the zone: `2026년 11월 24일 오후 3:05 KST`.
  public static String dateTimeWithZone(Instant time, ChatLocale reader) {
    return format(time, reader, YEAR + DAY + TIME + ZONE);
  }

  /// The same without the year, for times within some weeks.
  public static String dateTimeWithoutYear(Instant time, ChatLocale reader) {
    return format(time, reader, DAY + TIME + zoneIfNeeded(reader));
  }

  /// A zone's id and its usual name: `Asia/Seoul (Korean Time)`.
  public static String zoneName(ZoneId zone, Locale language) {
    String called = zone.getDisplayName(TextStyle.FULL, language);
    return called.equals(zone.getId()) ? called : "%s (%s)".formatted(zone.getId(), called);
  }

  private static String zoneIfNeeded(ChatLocale reader) {
    return reader.zone().normalized() instanceof ZoneOffset ? ZONE : "";
  }

  /// Replaces the narrow and no-break spaces of CLDR, which get in the way of copying and
  /// searching.
  private static String format(Instant time, ChatLocale reader, String parts) {
    Locale locale = locale(reader.language());
    return DateTimeFormatter.ofPattern(pattern(parts, locale), locale)
        .format(ZonedDateTime.ofInstant(time, reader.zone()))
        .replaceAll("\\p{Zs}", " ");
  }

  /// Synchronized, because the JDK loads the patterns of a language at first use without a lock.
  /// Two threads at once can leave them incomplete for as long as the process lives (a
  /// NullPointerException in `LocaleResources`, seen with 25.0.3).
  private static synchronized String pattern(String parts, Locale locale) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
        parts, IsoChronology.INSTANCE, locale);
  }

  /// The language of our texts, with the reader's country if the language is theirs: without a
  /// country Java uses the 24-hour clock in Korean, which nobody says.
  private static Locale locale(Locale reader) {
    Locale spoken = Translations.in(reader).language();
    Locale own = reader.getLanguage().equals(spoken.getLanguage()) ? reader : spoken;
    boolean korean = own.getLanguage().equals(Locale.KOREAN.getLanguage());
    return korean && own.getCountry().isEmpty() ? Locale.KOREA : own;
  }
}
