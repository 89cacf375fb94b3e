package dev.bongsu.config;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where HTTP is answered. Boot reads these itself; here they are checked before anything starts.
///
/// @param port 0 for any that is free
@ConfigurationProperties("server")
record ServerSettings(
    @DefaultValue("8080") int port, @DefaultValue("127.0.0.1") InetAddress address) {
  ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be between 0 and 65535");
    }
  }
}
