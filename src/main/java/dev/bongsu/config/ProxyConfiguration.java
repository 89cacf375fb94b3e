package dev.bongsu.config;

import dev.bongsu.http.Proxies;
import dev.bongsu.http.ProxySettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The proxy of all requests.
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

  @Bean
  Proxies proxies(ProxySettings settings) {
    try {
      return Proxies.of(settings, System.getenv());
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingsException(String.valueOf(e.getMessage()));
    }
  }
}
