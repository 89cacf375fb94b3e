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

  /// `24 Nov 2026, 15:05`. Who has chosen no zone, or one that is no place, is told which it is.
  public static String dateTime(Instant time, ChatLocale reader) {
    return format(time, reader, YEAR + DAY + TIME + zoneIfNeeded(reader));
  }

  /// The same with the zone: `2026년 11월 24일 오후 3:05 KST`.
  public static String dateTimeWithZone(Instant time, ChatLocale reader) {
    return format(time, reader, YEAR + DAY + TIME + ZONE);
  }

  /// The same without the year, of what was or will be within some weeks.
  public static String dateTimeWithoutYear(Instant time, ChatLocale reader) {
    return format(time, reader, DAY + TIME + zoneIfNeeded(reader));
  }

  /// A zone's name, and what people call it: `Asia/Seoul (Korean Time)`.
  public static String zoneName(ZoneId zone, Locale language) {
    String called = zone.getDisplayName(TextStyle.FULL, language);
    return called.equals(zone.getId()) ? called : "%s (%s)".formatted(zone.getId(), called);
  }

  private static String zoneIfNeeded(ChatLocale reader) {
    return reader.zone().normalized() instanceof ZoneOffset ? ZONE : "";
  }

  /// CLDR puts narrow and unbreakable blanks between the parts; in a chat they are in the way of
  /// who copies or searches.
  private static String format(Instant time, ChatLocale reader, String parts) {
    Locale locale = locale(reader.language());
    return DateTimeFormatter.ofPattern(pattern(parts, locale), locale)
        .format(ZonedDateTime.ofInstant(time, reader.zone()))
        .replaceAll("\\p{Zs}", " ");
  }

  /// One at a time: the JDK sets the patterns of a language up when they are first asked for, and
  /// without a lock. Two threads that ask together can leave them half made for as long as the
  /// process lives (a NullPointerException in `LocaleResources`, seen with 25.0.3).
  private static synchronized String pattern(String parts, Locale locale) {
    return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
        parts, IsoChronology.INSTANCE, locale);
  }

  /// The language that we speak to the reader, of the reader's country if it is their language too:
  /// without a country Java counts Korean hours to 24, which nobody says.
  private static Locale locale(Locale reader) {
    Locale spoken = Translations.in(reader).language();
    Locale own = reader.getLanguage().equals(spoken.getLanguage()) ? reader : spoken;
    boolean korean = own.getLanguage().equals(Locale.KOREAN.getLanguage());
    return korean && own.getCountry().isEmpty() ? Locale.KOREA : own;
  }
}
