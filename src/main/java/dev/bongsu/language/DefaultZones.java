package dev.bongsu.language;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The zones of dates that name none.
public final class DefaultZones {
  private static final Map<String, ZoneId> BY_LANGUAGE = new HashMap<>();
  private static final Map<String, ZoneId> BY_DOMAIN = new HashMap<>();

  static {
    for (String language : LanguagePacks.languages()) {
      for (String zone : LanguagePacks.values(PackFile.PROFILE, language, "zone")) {
        BY_LANGUAGE.put(language, ZoneId.of(zone));
        LanguagePacks.values(PackFile.PROFILE, language, "domain")
            .forEach(domain -> BY_DOMAIN.put(domain, ZoneId.of(zone)));
      }
    }
  }

  private DefaultZones() {}

  /// The zone of a language that is spoken in one zone, as Korean.
  ///
  /// @param language BCP 47 code, with or without a region
  public static Optional<ZoneId> ofLanguage(String language) {
    return Optional.ofNullable(BY_LANGUAGE.get(language.replaceFirst("-.*$", "")));
  }

  /// The zone of a page: its language's, else that of its host's country, else UTC.
  ///
  /// @param address null if it has none
  public static ZoneId ofPage(String language, @Nullable URI address) {
    String host = address == null || address.getHost() == null ? "" : address.getHost();
    ZoneId country = BY_DOMAIN.get(host.substring(host.lastIndexOf('.') + 1));
    return ofLanguage(language).orElse(country == null ? ZoneOffset.UTC : country);
  }
}
